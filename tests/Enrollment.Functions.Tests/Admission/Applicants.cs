using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Admission;

/// <summary>Families who applied, over HTTP; and what a test wants the registers to have said.</summary>
internal sealed class Applicants(Service service)
{
    /// <summary>One family of each story applies, and is verified.</summary>
    public async Task<Applicant[]> VerifiedAsync(params string[] stories)
    {
        var applicants = new List<Applicant>();
        foreach (var family in stories.Select(service.Parent))
            applicants.Add(new Applicant(family, await family.ApplyAsync()));
        await service.Hand.DrainAsync();
        foreach (var applicant in applicants)
            Assert.Equal("Verified", await StatusAsync(applicant));
        return [.. applicants];
    }

    public static async Task<string?> StatusAsync(Applicant applicant) => (await applicant.Parent.GetAsync(applicant.Id)).Json.GetProperty("status").GetString();

    public Task<HttpAnswer> PlaceAsync(Applicant applicant) => SendAsync(HttpMethod.Get, applicant.Parent, $"api/applications/{applicant.Id}/place", body: null, ifMatch: null);

    public async Task<string?> SchoolAsync(Applicant applicant) => (await PlaceAsync(applicant)).Json.GetProperty("school").GetString();

    public async Task<HttpAnswer> AnswerAsync(Applicant applicant, string answer) =>
        await PostAsync(applicant.Parent, $"api/applications/{applicant.Id}/offer/{answer}", (await applicant.Parent.GetAsync(applicant.Id)).ETag!);

    public Task<HttpAnswer> PostAsync(Parent parent, string path, string ifMatch) => SendAsync(HttpMethod.Post, parent, path, body: null, ifMatch);

    public Task<HttpAnswer> PutAsync(Applicant applicant, string what, object body) =>
        SendAsync(HttpMethod.Put, applicant.Parent, $"api/applications/{applicant.Id}/{what}", JsonSerializer.Serialize(body), ifMatch: null);

    public async Task<Application> StoredAsync(Applicant applicant) => (await service.Get<ApplicationStore>().FindAsync(ApplicationId.Parse(applicant.Id), CancellationToken.None))!.Application;

    /// <summary>As if the registers had named this home, acquired when the rule was in force.</summary>
    public Task LivesAtAsync(Applicant applicant, string unit) => RewriteAsync(ApplicationId.Parse(applicant.Id), application => RegisterSays.Home(application, unit));

    public async Task RewriteAsync(ApplicationId id, Func<Application, Application> rewrite)
    {
        var stored = (await service.Get<ApplicationStore>().FindAsync(id, CancellationToken.None))!;
        Assert.IsType<CommitOutcome.Committed>(await service.Get<ApplicationCommits>().TryAsync(stored, new Change(rewrite(stored.Application), []), CancellationToken.None));
    }

    private async Task<HttpAnswer> SendAsync(HttpMethod method, Parent parent, string path, string? body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", parent.Token);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await service.Http.AskAsync(request);
    }
}

/// <summary>A family and its application.</summary>
internal sealed record Applicant(Parent Parent, string Id);

/// <summary>Answers of registers as a test wants them: what is stored is what the department sent.</summary>
internal static class RegisterSays
{
    /// <summary>The family's home is this one, acquired when R6 was in force.</summary>
    public static Application Home(Application application, string unit) => Items(application, Department.Property, "unitNo", home =>
        (home["unitNo"], home["acquiredDate"]) = (unit, "2022-05-01"));

    /// <summary>The child was registered where it lives on this day.</summary>
    public static Application Settled(Application application, DateOnly day) => Items(application, Department.Police, "settledDate", member =>
    {
        if (member["idNo"]?.GetValue<string>() == application.Form.Child.Document.Number)
            member["settledDate"] = day.ToString("O", CultureInfo.InvariantCulture);
    });

    /// <summary>No household of the register has the child: a person established the category from papers.</summary>
    public static Application NoHousehold(Application application) => Items(application, Department.Police, "members", household =>
        household["members"]!.AsArray().RemoveAll(member => member!["idNo"]?.GetValue<string>() == application.Form.Child.Document.Number));

    private static Application Items(Application application, Department department, string having, Action<JsonObject> change)
    {
        var check = application.CheckOf(department)!;
        var body = JsonNode.Parse(check.Answer!.Body)!;
        foreach (var item in Within(body).Where(item => item.ContainsKey(having)).ToList())
            change(item);
        body["evidenceHash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body["items"]!.ToJsonString())));
        var report = Assert.IsType<AnswerParse.Parsed>(DepartmentAnswers.Parse(department, Encoding.UTF8.GetBytes(body.ToJsonString()))).Report;
        return application.With(check with { Answer = check.Answer with { Body = body.ToJsonString(), Report = report } });
    }

    private static IEnumerable<JsonObject> Within(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(member => Within(member.Value)).Prepend(item),
        JsonArray items => items.SelectMany(Within),
        _ => [],
    };
}
