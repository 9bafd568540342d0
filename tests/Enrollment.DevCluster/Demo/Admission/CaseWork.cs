using System.Net.Http.Json;
using System.Security.Cryptography;
using Enrollment.DevCluster.Hosts;
using Enrollment.DevCluster.Parents;
using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster.Demo.Admission;

/// <summary>Parents and members of the bureau bring the cases to an end that the registers have left open, each as its family's way says.</summary>
internal sealed class CaseWork(ParentClient client, SimulatorControl departments)
{
    private static readonly string First = DevelopmentTokens.ForBureau("reviewer-1");
    private static readonly string Second = DevelopmentTokens.ForBureau("reviewer-2");

    /// <summary>Does what one family's case needs before the rounds; those who bring no papers wait.</summary>
    public Task SettleAsync(Enrollee child, CancellationToken cancellation) => child.Way.Settling switch
    {
        Settling.TooYoung => WithdrawAsync(child, cancellation),
        Settling.OfficeComesBack => AnswerAfterAllAsync(child, cancellation),
        Settling.BringsPapers => BringPapersAsync(child, cancellation),
        Settling.IsRefused => RefuseAsync(child, "ConditionNotMet", cancellation),
        _ => Task.CompletedTask,
    };

    /// <summary>Two people decide on what is on file.</summary>
    public Task RefuseAsync(Enrollee child, CancellationToken cancellation) => RefuseAsync(child, "NoPapers", cancellation);

    public async Task<string> StatusAsync(Enrollee child, CancellationToken cancellation) =>
        (await ReadAsync(child, cancellation)).JsonOfSuccess.GetProperty("status").GetString()!;

    public Task<Reply> ReadAsync(Enrollee child, CancellationToken cancellation) => client.GetAsync(child.ApplicationId, child.Family.Token, cancellation: cancellation);

    private async Task WithdrawAsync(Enrollee child, CancellationToken cancellation)
    {
        var read = await ReadAsync(child, cancellation);
        _ = (await client.WithdrawAsync(child.ApplicationId, child.Family.Token, read.ETag, cancellation)).JsonOfSuccess;
    }

    private async Task AnswerAfterAllAsync(Enrollee child, CancellationToken cancellation)
    {
        var number = child.Family.Form.GetProperty("child").GetProperty("documentNumber").GetString();
        foreach (var (department, _) in child.Family.Truth.Checks.Where(check => check.Value == "SourceUnavailable"))
            await departments.BehaveAsync(Enum.Parse<Department>(department), new { kind = "Answer" }, number, cancellation);
    }

    private async Task BringPapersAsync(Enrollee child, CancellationToken cancellation)
    {
        var defects = (await ReadAsync(child, cancellation)).JsonOfSuccess.GetProperty("correction").GetProperty("defects").EnumerateArray()
            .Select(defect => (Id: defect.GetProperty("id").GetString()!, Paper: defect.GetProperty("papers")[0].GetProperty("id").GetString()!)).ToList();
        var papers = new List<object>();
        foreach (var (id, paper) in defects)
            papers.Add(new { defect = id, files = new[] { await UploadAsync(child, paper, cancellation) } });
        // The scanner's word on a file changes the version too, so a resubmission may come second.
        await Latest.ActAsync(async () => await client.AskAsync(HttpMethod.Post, $"api/applications/{child.ApplicationId}/resubmission", child.Family.Token,
            JsonContent.Create(new { papers }), (await ReadAsync(child, cancellation)).ETag, cancellation: cancellation));
        await DecideAsync(child, First, "Review", new { kind = "Establish", category = child.Family.Claimed, reason = "PapersProve" }, cancellation);
    }

    private async Task<string> UploadAsync(Enrollee child, string paper, CancellationToken cancellation)
    {
        var grant = (await client.AskAsync(HttpMethod.Post, $"api/applications/{child.ApplicationId}/evidence/grants", child.Family.Token,
            JsonContent.Create(new { paper, contentType = "image/jpeg", size = DemoPhoto.Jpeg.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(DemoPhoto.Jpeg)) }), cancellation: cancellation)).JsonOfSuccess;
        return (await client.AskAsync(HttpMethod.Put, grant.GetProperty("path").GetString()!.TrimStart('/'), token: null, new ByteArrayContent(DemoPhoto.Jpeg), cancellation: cancellation))
            .JsonOfSuccess.GetProperty("id").GetString()!;
    }

    private async Task RefuseAsync(Enrollee child, string reason, CancellationToken cancellation)
    {
        var file = (await OpenAsync(child, First, "Review", cancellation)).JsonOfSuccess;
        var rule = file.GetProperty("open").EnumerateArray().Select(point => point.GetProperty("rule").GetString()).OfType<string>().FirstOrDefault()
            ?? file.GetProperty("rules").EnumerateArray().First(tried => tried.GetProperty("result").GetString() != "Satisfied").GetProperty("id").GetString();
        await DecideAsync(child, First, "Review", new { kind = "ProposeRefusal", rule, category = child.Way.Category, reason, note = "Decided on what is on file." }, cancellation);
        await DecideAsync(child, Second, "SecondPerson", new { kind = "ConfirmRefusal", note = "Seen." }, cancellation);
    }

    private async Task DecideAsync(Enrollee child, string person, string purpose, object decision, CancellationToken cancellation)
    {
        _ = (await client.AskAsync(HttpMethod.Post, $"api/review/cases/{child.ApplicationId}/claim", person, cancellation: cancellation)).JsonOfSuccess;
        await Latest.ActAsync(async () => await client.AskAsync(HttpMethod.Post, $"api/review/cases/{child.ApplicationId}/decision", person, JsonContent.Create(decision),
            (await OpenAsync(child, person, purpose, cancellation)).ETag, cancellation: cancellation));
    }

    private Task<Reply> OpenAsync(Enrollee child, string person, string purpose, CancellationToken cancellation) =>
        client.AskAsync(HttpMethod.Get, $"api/review/cases/{child.ApplicationId}", person, purpose: purpose, cancellation: cancellation);
}
