using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications.Correcting;

/// <summary>A parent's side of a correction, over HTTP.</summary>
internal sealed class Corrections(HttpClient http, Parent parent, string id)
{
    public string Id => id;

    public string Token { get; init; } = parent.Token;

    public async Task<JsonElement> ReadAsync() => (await parent.GetAsync(id)).Json;

    public Task<HttpAnswer> GrantAsync(string paper, string contentType, byte[] file) =>
        GrantAsync(new { paper, contentType, size = file.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(file)) });

    public Task<HttpAnswer> GrantAsync(object body) => SendAsync(HttpMethod.Post, $"api/applications/{id}/evidence/grants", JsonContent.Create(body));

    /// <summary>Announces a file and sends it; the answer to the sending.</summary>
    public async Task<HttpAnswer> UploadAsync(string paper, string contentType, byte[] file)
    {
        var grant = await GrantAsync(paper, contentType, file);
        Assert.True(grant.Status == 201, grant.Text);
        return await PutAsync(grant.Json.GetProperty("path").GetString()!, file);
    }

    /// <summary>Uploads what must be taken; the file's id.</summary>
    public async Task<string> UploadedAsync(string paper, string contentType, byte[] file)
    {
        var answer = await UploadAsync(paper, contentType, file);
        Assert.True(answer.Status == 201, $"{answer.Status}: {answer.Text}");
        return answer.Json.GetProperty("id").GetString()!;
    }

    /// <summary>Nobody logs in to redeem a grant.</summary>
    public async Task<HttpAnswer> PutAsync(string path, byte[] file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path.TrimStart('/')) { Content = new ByteArrayContent(file) };
        return await http.AskAsync(request);
    }

    public Task<HttpAnswer> RemoveAsync(string file) => SendAsync(HttpMethod.Delete, $"api/applications/{id}/evidence/{file}");

    public async Task<HttpAnswer> ResubmitAsync(object body, string? ifMatch = null) =>
        await SendAsync(HttpMethod.Post, $"api/applications/{id}/resubmission", JsonContent.Create(body), ifMatch ?? (await parent.GetAsync(id)).ETag);

    public Task<HttpAnswer> ResubmitUnseenAsync(object body) => SendAsync(HttpMethod.Post, $"api/applications/{id}/resubmission", JsonContent.Create(body));

    public Task<HttpResponseMessage> DownloadAsync(string file, string? token = null, string? purpose = "Review")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"api/applications/{id}/evidence/{file}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Token);
        if (purpose is not null)
            request.Headers.Add("X-Purpose", purpose);
        return http.SendAsync(request);
    }

    /// <summary>A part of the form as it was sent.</summary>
    public System.Text.Json.Nodes.JsonNode FormPart(string name) => parent.Form[name]!.DeepClone();

    private async Task<HttpAnswer> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        request.Headers.TryAddWithoutValidation("Accept-Language", "en");
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await http.AskAsync(request);
    }
}

internal static class FaultsOfAnswer
{
    /// <summary>These faults and no others, each as "code at path".</summary>
    public static void AssertFaults(this HttpAnswer answer, int status, params string[] faults)
    {
        Assert.True(answer.Status == status, $"{answer.Status}: {answer.Text}");
        Assert.Equal(faults, answer.Faults);
    }
}
