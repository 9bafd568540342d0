using System.Globalization;
using System.Net.Http.Headers;
using Enrollment.DepartmentSimulator.Queries;
using Enrollment.DepartmentSimulator.Registers;
using Enrollment.DepartmentSimulator.Signatures;
using Enrollment.DevCluster.Demo;

namespace Enrollment.Functions.Tests.Support;

/// <summary>Calls the service back as a department does, with the simulator's registers and its own reading of Standard Webhooks.</summary>
internal sealed class DepartmentVoice(Offices offices, HttpClient http, TimeProvider clock)
{
    /// <summary>What the department's register truly says about the family.</summary>
    public Answer Truth(string department, DemoFamily family, string applicationId, int epoch = 1)
    {
        var (name, questions) = Asked[department];
        var form = family.Form;
        var query = new Query($"{applicationId}-{name}-{epoch.ToString(CultureInfo.InvariantCulture)}", applicationId, "PRIMARY_ENROLLMENT", "statement-2026-1", "enrollment",
            clock.GetUtcNow(), questions, "350502",
            [.. GuardianParts.Select(form.GetProperty).Where(g => g.ValueKind is System.Text.Json.JsonValueKind.Object).Select(Named)], Named(form.GetProperty("child")));
        return Answer.To(query, offices.Find(department)!, clock.GetUtcNow());
    }

    public Task<HttpAnswer> CallBackAsync(string department, Answer answer, string webhookId) =>
        PostAsync(department, answer.ToJson(), Sign(department, answer.ToJson(), webhookId));

    /// <summary>Signs a body as this department.</summary>
    /// <param name="department">Whose key.</param>
    /// <param name="body">The bytes to send.</param>
    /// <param name="webhookId">The message's id.</param>
    /// <param name="age">How long ago it was signed.</param>
    public SignedMessage Sign(string department, byte[] body, string webhookId, TimeSpan age = default) =>
        SignedMessage.Create(offices.Find(department)!.CallbackKey, webhookId, clock.GetUtcNow() - age, body);

    public async Task<HttpAnswer> PostAsync(string department, byte[] body, SignedMessage? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/callbacks/{department}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (signature is not null)
        {
            request.Headers.Add("webhook-id", signature.Id);
            request.Headers.Add("webhook-timestamp", signature.Timestamp);
            request.Headers.TryAddWithoutValidation("webhook-signature", signature.Signatures);
        }
        return await http.AskAsync(request);
    }

    private static readonly Dictionary<string, (string Name, Question[] Questions)> Asked = new(StringComparer.Ordinal)
    {
        ["police"] = ("Police", [Question.Person, Question.Household]),
        ["civil-affairs"] = ("CivilAffairs", [Question.Marriage, Question.Guardianship]),
        ["property"] = ("Property", [Question.Homes]),
    };

    private static readonly string[] GuardianParts = ["guardian", "otherGuardian"];

    private static NamedPerson Named(System.Text.Json.JsonElement person) =>
        new(person.GetProperty("name").GetString()!, person.GetProperty("documentNumber").GetString()!);
}
