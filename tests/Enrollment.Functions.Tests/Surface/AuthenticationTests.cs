using System.Text;
using Enrollment.DevCluster.Demo;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Tests.Support;
using Enrollment.LocalHost;
using Microsoft.IdentityModel.Tokens;

namespace Enrollment.Functions.Tests.Surface;

/// <summary>Who may call: one valid bearer token, and nothing else anyone could type.</summary>
public sealed class AuthenticationTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private static readonly DemoFamily Family = new FamilyPool().Next(FamilyPool.Plain);
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Func<Tokens, string>> Refused = new(StringComparer.Ordinal)
    {
        ["garbage"] = _ => "Bearer garbage",
        ["empty"] = _ => "Bearer ",
        ["scheme only"] = _ => "Bearer",
        ["three dots"] = _ => "Bearer ...",
        ["another scheme"] = token => $"Basic {token.Mint()}",
        ["no scheme"] = token => token.Mint(),
        ["two tokens in one header"] = token => $"Bearer {token.Mint()}, Bearer {token.Mint()}",
        ["expired"] = token => Bearer(token with { Expires = Now.AddSeconds(-61) }),
        ["not valid yet"] = token => Bearer(token with { NotBefore = Now.AddSeconds(61) }),
        ["another issuer"] = token => Bearer(token with { Issuer = "https://evil.invalid" }),
        ["another audience"] = token => Bearer(token with { Audience = "payroll" }),
        ["another key"] = token => Bearer(token with { Key = Encoding.UTF8.GetBytes(new string('k', 32)) }),
        ["alg none"] = token => $"Bearer {token.MintUnsigned()}",
        ["another algorithm"] = token => Bearer(token with { Key = [.. token.Key, .. token.Key], Algorithm = SecurityAlgorithms.HmacSha512 }),
        ["signature cut off"] = token => $"Bearer {token.Mint()[..^2]}",
        ["payload exchanged"] = token => $"Bearer {Exchanged(token)}",
        ["no identity number"] = token => Bearer(token with { Without = "id_number" }),
        ["no subject"] = token => Bearer(token with { Without = "sub" }),
        ["no role"] = token => Bearer(token with { Without = "role" }),
        ["of 9 KB"] = token => Bearer(token with { Name = new string('n', 9000) }),
    };

    // What a placement publishes is for everybody; what it does not is not there for them.
    private static readonly string[] Public =
    [
        "schools/{code}/placements", "schools/{code}/placements/{run}", "schools/{code}/placements/{run}/record", "schools/{code}/placements/{run}/posting",
        "schools/{code}/placements/{run}/proof", "schools/{code}/placements/{run}/proof/{row}", "schools/{code}/placements/{run}/report", "verify/{file}",
        "admission/rounds/{year}", "admission/rounds/{year}/{round}", "admission/rounds/{year}/{round}/record", "admission/rounds/{year}/{round}/places",
    ];

    private readonly Service _service = fixture.Service;

    public static TheoryData<string> Names => [.. Refused.Keys];

    public static TheoryData<string, string> Routes
    {
        get
        {
            var routes = new TheoryData<string, string>();
            foreach (var function in FunctionSurface.Of(typeof(SubmitApplication).Assembly).Where(f => f.Trigger == "http"))
            {
                // An upload grant is a right of its own: it stands in the address (docs/adr/0017).
                if (function.Route == "evidence/{grant}")
                    continue;
                if (function.Methods!.Single() == "get" && Public.Contains(function.Route, StringComparer.Ordinal))
                    continue;
                if (!function.Route!.StartsWith("health/", StringComparison.Ordinal) && !function.Route.StartsWith("callbacks/", StringComparison.Ordinal))
                    routes.Add(function.Methods!.Single(), function.Route.Replace("{id}", "0123456789abcdefghjkmnpqrs", StringComparison.Ordinal));
            }
            return routes;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Token_ThatDoesNotHold_IsRefusedWithoutAReason(string name)
    {
        var answer = await AskAsync(Refused[name](Tokens.Of(Family)));

        answer.AssertProblem(401, "unauthenticated");
        Assert.Equal("Bearer", answer.Headers["WWW-Authenticate"]);
        Assert.Empty(answer.Faults);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_WithoutToken_AsksForOne(string method, string route)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"api/{route}");

        var answer = await _service.Http.AskAsync(request);

        answer.AssertProblem(401, "unauthenticated");
        Assert.Equal("Bearer", answer.Headers["WWW-Authenticate"]);
    }

    [Fact]
    public async Task Token_OnTheEdgesOfItsLife_Holds()
    {
        var token = Tokens.Of(Family);

        Assert.Equal(200, (await AskAsync(Bearer(token with { Expires = Now.AddSeconds(-59) }))).Status);
        Assert.Equal(200, (await AskAsync(Bearer(token with { NotBefore = Now.AddSeconds(59) }))).Status);
        Assert.Equal(200, (await AskAsync($"bearer {token.Mint()}")).Status);
    }

    [Fact]
    public async Task Token_InTwoHeaders_IsRefused()
    {
        var token = Tokens.Of(Family).Mint();

        var answer = await RawRequest.SendAsync(_service.Http.BaseAddress!,
            $"GET /api/applications HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nAuthorization: Bearer {token}\r\n\r\n", "traceId");

        Assert.StartsWith("HTTP/1.1 401", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-User")]
    [InlineData("X-Id-Number")]
    [InlineData("X-Forwarded-User")]
    [InlineData("X-MS-CLIENT-PRINCIPAL")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-ID")]
    [InlineData("Cookie")]
    public async Task Header_ThatNamesACaller_IsNobody(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/applications");
        request.Headers.TryAddWithoutValidation(header, Tokens.Of(Family).IdNumber);

        Assert.Equal(401, (await _service.Http.AskAsync(request)).Status);
    }

    [Fact]
    public async Task Header_ThatNamesAnotherCaller_DoesNotChangeWhoCalls()
    {
        var (own, other) = (_service.Parent(FamilyPool.Plain), _service.Parent(FamilyPool.Plain));
        var id = await own.ApplyAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/applications/{id}");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {other.Token}");
        request.Headers.TryAddWithoutValidation("X-User", Tokens.Of(own.Family).IdNumber);

        Assert.Equal(404, (await _service.Http.AskAsync(request)).Status);
    }

    private static string Bearer(Tokens token) => $"Bearer {token.Mint()}";

    private static string Exchanged(Tokens token)
    {
        var (own, other) = (token.Mint().Split('.'), (token with { IdNumber = "359901198001010015" }).Mint().Split('.'));
        return $"{own[0]}.{other[1]}.{own[2]}";
    }

    private async Task<HttpAnswer> AskAsync(string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/applications");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await _service.Http.AskAsync(request);
    }
}
