using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Enrollment.Functions.Tests.Support;

/// <summary>A parent's calls besides those about one application.</summary>
internal static class ParentCalls
{
    public static async Task<HttpAnswer> CallAsync(this Service service, Parent parent, string method, string path, string? body = null, string? ifMatch = null, string? language = "en")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"api/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", parent.Token);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        return await service.Http.AskAsync(request);
    }

    public static Task<HttpAnswer> PrefillAsync(this Service service, Parent parent, string? body = """{"intakeYear":2026}""", string? language = "en") =>
        service.CallAsync(parent, "POST", "prefill", body, language: language);

    public static string GuardianNumber(this Parent parent) => parent.Family.Form.GetProperty("guardian").GetProperty("documentNumber").GetString()!;

    /// <summary>How often a department was asked, retries included.</summary>
    public static async Task<int> AskedAsync(this Service service, string department) =>
        (await service.Departments.CountersAsync()).GetProperty(department).GetProperty("requests").GetInt32();

    /// <summary>The form without one field, by its path with dots.</summary>
    public static string Without(this Parent parent, string path)
    {
        var form = parent.Form.DeepClone().AsObject();
        var parts = path.Split('.');
        JsonObject at = form;
        foreach (var part in parts.SkipLast(1))
            at = at[part]!.AsObject();
        at.Remove(parts[^1]);
        return form.ToJsonString();
    }
}
