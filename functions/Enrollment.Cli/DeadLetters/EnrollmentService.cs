using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Enrollment.Cli.DeadLetters;

/// <summary>A running service, asked over HTTP. What goes wrong is told on the error output, in its words where it has some.</summary>
internal sealed class EnrollmentService : IDisposable
{
    private const int LargestAnswer = 8 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly Texts _texts;
    private readonly TextWriter _error;

    public EnrollmentService(Uri address, string token, Texts texts, TextWriter error)
    {
        (_texts, _error) = (texts, error);
        // A redirect would carry the token to somebody else.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/') + "/api/bureau/dead-letters/"),
            Timeout = Patience,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(texts.Language.Name);
    }

    /// <summary>How the last question ended, for the shell.</summary>
    public int Exit { get; private set; } = ExitCode.Holds;

    public JsonElement? Get(string path) => Ask(HttpMethod.Get, path, body: null);

    public JsonElement? Post(string path, string? reason) => Ask(HttpMethod.Post, path, JsonSerializer.Serialize(new { reason }));

    public void Dispose() => _http.Dispose();

    private JsonElement? Ask(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        try
        {
            using var response = _http.Send(request);
            var answer = JsonElement.Parse(TextOf(response));
            return response.IsSuccessStatusCode ? answer : Refused(response.StatusCode, answer);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or JsonException)
        {
            _error.WriteLine(_texts.Format("Service_Silent", _http.BaseAddress!.GetLeftPart(UriPartial.Authority)));
            Exit = ExitCode.Usage;
            return null;
        }
    }

    private static string TextOf(HttpResponseMessage response)
    {
        using var reader = new StreamReader(response.Content.ReadAsStream(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    // Who may not ask at all has given the wrong token; everything else is an answer.
    private JsonElement? Refused(HttpStatusCode status, JsonElement problem)
    {
        Exit = status is HttpStatusCode.Unauthorized or HttpStatusCode.ServiceUnavailable ? ExitCode.Usage : ExitCode.DoesNotHold;
        _error.WriteLine($"{DeadLetterText.Plain(problem, "code")}: {DeadLetterText.Plain(problem, "title")}");
        return null;
    }
}
