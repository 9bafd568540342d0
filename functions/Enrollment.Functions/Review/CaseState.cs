using System.Globalization;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Review;

/// <summary>How a case stands after an action; nobody's data.</summary>
/// <param name="Id">The application.</param>
/// <param name="Status">Its status.</param>
/// <param name="StatusText">The same for people.</param>
/// <param name="Authority">Whose case it is now.</param>
/// <param name="Waits">What a person is asked for; null when nobody is.</param>
/// <param name="ClaimedBy">Who holds it.</param>
/// <param name="ClaimedUntil">Until when.</param>
/// <param name="RefusalProposed">Whether a refusal waits for a second person.</param>
/// <param name="VoidProposed">Whether a voiding does.</param>
internal sealed record CaseState(string Id, string Status, string StatusText, string Authority, string? Waits, string? ClaimedBy, DateTimeOffset? ClaimedUntil,
    bool RefusalProposed, bool VoidProposed)
{
    public static CaseState Of(Application application, DateTimeOffset now, CultureInfo language)
    {
        var claim = application.Review?.Claim is { } held && held.IsLive(now) ? held : null;
        return new CaseState(application.Id.Value, application.Status.ToString(), Texts.Get($"Status.{application.Status}", language), application.Authority.ToString(),
            WorkItem.Of(application)?.Kind.ToString(), claim?.By, claim?.Until, application.Review?.Refusal is not null, application.Review?.Voiding is not null);
    }
}
