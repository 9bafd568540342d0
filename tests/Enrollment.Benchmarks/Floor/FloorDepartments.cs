using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Enrollment.DevCluster;
using Enrollment.DevCluster.Seeds;
using Enrollment.Domain.Verification;

namespace Enrollment.Benchmarks.Floor;

/// <summary>Asks a department as the contract demands (DOMAIN.md 1.7), and reads its answer to the end.</summary>
internal sealed class FloorDepartments(Uri simulator, RealRows real) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient _http = new() { BaseAddress = simulator };

    public async Task AskAsync(FloorApplication application, string path, CancellationToken cancellation)
    {
        var (department, questions) = (real.Checks[path].GetString("Department"), real.Checks[path].GetString("Questions").Split(','));
        var requestId = $"{application.Id}-{department}-1";
        using var request = Signed(requestId, Enum.Parse<Department>(department), Body(requestId, application, questions), path);
        using var response = await _http.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();

    private static byte[] Body(string requestId, FloorApplication application, string[] questions)
    {
        var form = application.Mover.Form;
        var asksPeriod = questions.Any(question => question is nameof(Question.Insurance) or nameof(Question.Tenancy));
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            requestId,
            caseNo = application.Id,
            purposeCode = "PRIMARY_ENROLLMENT",
            subjectConsentRef = $"statement-{form.IntakeYear}-1",
            @operator = "enrollment",
            sentAt = TimeProvider.System.GetUtcNow(),
            questions,
            areaCode = "350502",
            child = new { form.Child.Name, IdNo = form.Child.DocumentNumber },
            guardians = new[] { form.Guardian, form.OtherGuardian }.OfType<SeedGuardian>().Select(guardian => new { guardian.Name, IdNo = guardian.DocumentNumber }),
            from = asksPeriod ? "2024-01-01" : null,
            to = asksPeriod ? "2026-06-30" : null,
        }, Json);
    }

    private static HttpRequestMessage Signed(string requestId, Department department, byte[] body, string path)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{requestId}.{timestamp}."), .. body];
        var signature = HMACSHA256.HashData(DevelopmentKeys.RequestKey(department), signed);
        var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/queries")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add("webhook-id", requestId);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(signature)}");
        return request;
    }
}
