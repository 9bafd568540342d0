using Enrollment.Domain.Applications;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Enrollment.Functions.Platform.Callers;

/// <summary>Who is calling: the bearer token, and nothing else anyone could type into a header.</summary>
internal sealed class CallerTokens(IOptions<CallerOptions> options, TimeProvider clock)
{
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(60);

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = 8 * 1024 };
    private readonly TokenValidationParameters _parameters = ParametersOf(options.Value, clock);

    /// <summary>Null for every request without exactly one valid token: a caller learns no reason.</summary>
    public async Task<Caller?> AuthenticateAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await TokenAsync(request, cancellationToken) is { } token ? CallerOf(token) : null;

    /// <summary>A member of a school's or the bureau's staff; null for everybody else.</summary>
    public async Task<StaffCaller?> AuthenticateStaffAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await TokenAsync(request, cancellationToken) is { } token ? StaffOf(token) : null;

    /// <summary>Is the caller a member of staff who acts for this school? Not so is no fault where everybody may look.</summary>
    public async Task<bool> ActsForAsync(HttpRequest request, string school, CancellationToken cancellationToken) =>
        (await AuthenticateStaffAsync(request, cancellationToken))?.ActsFor(school) == true;

    private async Task<JsonWebToken?> TokenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Headers.Authorization is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var result = await _handler.ValidateTokenAsync(header[Scheme.Length..], _parameters);
        return result is { IsValid: true, SecurityToken: JsonWebToken token } ? token : null;
    }

    private static StaffCaller? StaffOf(JsonWebToken token) => (TextOf(token, "sub"), TextOf(token, "role"), TextOf(token, "school")) switch
    {
        ({ } subject, StaffCaller.BureauRole, null) when AuthorityOf(token) is { } authority => new StaffCaller(subject, School: null) { Authority = authority },
        ({ } subject, StaffCaller.SchoolRole, { } school) => new StaffCaller(subject, school),
        _ => null,
    };

    // Bureau tokens of before the claim are the district's. One that says something else is nobody's.
    private static Authority? AuthorityOf(JsonWebToken token) => token.TryGetPayloadValue<object>(StaffCaller.AuthorityClaim, out var value) ? value switch
    {
        "district" => Authority.District,
        "municipal" => Authority.Municipal,
        _ => null,
    } : Authority.District;

    private static Caller? CallerOf(JsonWebToken token) =>
        TextOf(token, "sub") is { } subject && TextOf(token, "id_number") is { } number
        && TextOf(token, "name") is { } name && TextOf(token, "role") is { } role
            ? new Caller(subject, number.Trim().ToUpperInvariant(), name, role)
            : null;

    private static string? TextOf(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<object>(claim, out var value) && value is string text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static TokenValidationParameters ParametersOf(CallerOptions options, TimeProvider clock) => new()
    {
        ValidIssuer = options.Issuer,
        ValidAudience = options.Audience,
        IssuerSigningKey = new SymmetricSecurityKey(Convert.FromBase64String(options.SigningKey)),
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires, clock.GetUtcNow().UtcDateTime),
    };

    private static bool IsAlive(DateTime? notBefore, DateTime? expires, DateTime now) =>
        expires is { } end && now < end.Add(ClockSkew) && (notBefore is not { } start || now >= start.Subtract(ClockSkew));
}
