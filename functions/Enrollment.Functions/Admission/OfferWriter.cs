using Enrollment.Domain.Admission.Offers;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Schools;

namespace Enrollment.Functions.Admission;

/// <summary>
/// Writes a round's word into some applications, against whoever else writes to them at this moment: read, claim the home where one is asked for,
/// arm all deadlines together, commit each.
/// </summary>
internal sealed class OfferWriter(ApplicationStore applications, ApplicationCommits commits, HomeClaims homes, TimeProvider clock)
{
    private const int AtOnce = 16;

    /// <summary>Decides on the freshest state; an application that was withdrawn or placed meanwhile is left as it is.</summary>
    public async Task WriteAsync(IReadOnlyList<RoundPlace> places, Func<Application, RoundPlace, Change?> decide, CancellationToken cancellationToken)
    {
        var words = await InTurnsAsync(places, place => HearAsync(place, decide, cancellationToken));
        var armed = await commits.ArmAsync([.. words.Where(word => word.Change is not null).Select(word => (word.Stored, word.Change!))], cancellationToken);
        var rows = words.Where(word => word.Change is not null).Zip(armed, (word, row) => (word.Place.Application, Row: row)).ToDictionary(pair => pair.Application, pair => pair.Row);
        await InTurnsAsync(words, word => TellAsync(word, rows.GetValueOrDefault(word.Place.Application), cancellationToken));
    }

    private async Task<Word> HearAsync(RoundPlace place, Func<Application, RoundPlace, Change?> decide, CancellationToken cancellationToken)
    {
        var stored = await applications.FindAsync(place.Application, cancellationToken) ?? throw new InvalidOperationException("An application is never deleted.");
        if (decide(stored.Application, place) is not { } change)
            return new Word(place, stored, _ => null, Change: null);
        return change.After.HasPlace && place.IsByHome && homes.AreAskedFor(stored.Application, place.School)
            ? await ClaimAsync(place, stored, decide, cancellationToken)
            : new Word(place, stored, application => decide(application, place), change);
    }

    // Claimed before the offer is made: whoever dies in between finds the home its own. Only for who is verified, because who waits for
    // coordination counts as a dead owner.
    private async Task<Word> ClaimAsync(RoundPlace place, StoredApplication stored, Func<Application, RoundPlace, Change?> decide, CancellationToken cancellationToken)
    {
        if (stored.Application.Status is not ApplicationStatus.Verified)
            return new Word(place, stored, _ => null, Change: null);
        Func<Application, Change?> word = await homes.ClaimAsync(stored.Application, place.School, cancellationToken) switch
        {
            HomeClaimOutcome.Granted => application => application.Status is ApplicationStatus.Verified ? decide(application, place) : null,
            HomeClaimOutcome.Refused refused => application => OfferDecisions.HomeTaken(application, refused.On, refused.Until, clock.GetUtcNow()),
            HomeClaimOutcome.Busy => throw new InvalidOperationException($"The home of {place.Application} is claimed by too many at once; the message is tried again."),
            _ => throw new InvalidOperationException("HomeClaimOutcome is closed."),
        };
        return new Word(place, stored, word, word(stored.Application));
    }

    private async Task<bool> TellAsync(Word word, DueRow? armed, CancellationToken cancellationToken)
    {
        var (now, isChanged) = await commits.InsistAsync(word.Stored, word.Decide, cancellationToken, armed);
        // Withdrawn between claim and offer, or taken back by a run that died before it let go of the home.
        if (!isChanged && word.Place.IsByHome && !now.Application.HasPlace)
            await homes.ReleaseAsync(now.Application.Id, cancellationToken);
        return isChanged;
    }

    private static async Task<List<TResult>> InTurnsAsync<T, TResult>(IReadOnlyList<T> items, Func<T, Task<TResult>> act)
    {
        var results = new List<TResult>(items.Count);
        foreach (var some in items.Chunk(AtOnce))
            results.AddRange(await Task.WhenAll(some.Select(act)));
        return results;
    }

    /// <summary>What is to be written into one application, decided once on what was read.</summary>
    private sealed record Word(RoundPlace Place, StoredApplication Stored, Func<Application, Change?> Decide, Change? Change);
}
