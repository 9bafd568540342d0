using System.Net.Http.Headers;
using System.Text;
using Enrollment.Functions.Tests.Placement;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Schools;

/// <summary>The bureau's staff, a school's, and nobody.</summary>
internal sealed class BureauClient(HttpClient http)
{
    public static string Bureau { get; } = School.Token("bureau-1", "bureau", school: null);

    public static string Staff { get; } = School.Token("school-staff", "school", "LC001");

    public Task<HttpAnswer> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, content: null, token ?? Bureau);

    public Task<HttpAnswer> PostAsync(string path, string body, string type = "application/json", string? token = null) =>
        SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, type), token ?? Bureau);

    public Task<HttpAnswer> SendAsync(HttpMethod method, string path, HttpContent? content, string token)
    {
        var request = new HttpRequestMessage(method, "api/" + path) { Content = content };
        if (token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http.AskAsync(request);
    }
}
