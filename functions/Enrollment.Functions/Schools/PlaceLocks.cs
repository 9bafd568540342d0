using System.Globalization;
using Enrollment.Domain.Admission;
using Enrollment.Domain.Admission.PlaceLocks;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Files.Supply;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Platform.PersonalData;

namespace Enrollment.Functions.Schools;

/// <summary>An application that is to have a place at a school by a home, as the departments' answers name it.</summary>
internal sealed record HomeClaim(ApplicationId Application, UnitNumber Unit, DateOnly AcquiredDate, DateOnly SettledDate, string HouseholderIdNo,
    SchoolCode School, bool IsMunicipal, bool IsTight)
{
    public override string ToString() => $"HomeClaim {{ Application = {Application} }}";
}

/// <summary>What came of a claim. Closed.</summary>
internal abstract record HomeClaimOutcome
{
    private HomeClaimOutcome()
    {
    }

    /// <summary>The place may be given: the home is this application's now, or no home is asked for.</summary>
    public sealed record Granted(bool IsBound) : HomeClaimOutcome;

    /// <summary>Another child's place binds the home.</summary>
    public sealed record Refused(DateOnly On, DateOnly Until) : HomeClaimOutcome;

    /// <summary>Too many claim this home at this moment; nothing was changed.</summary>
    public sealed record Busy : HomeClaimOutcome;
}

/// <summary>六年一个学位: one householder's children a home. The home's row decides, and only a dead owner gives way.</summary>
internal sealed class PlaceLocks(PlaceLockStore store, ApplicationStore applications, BlindIndex index, TimeProvider clock)
{
    // Every try that fails is one that somebody else won.
    private const int Attempts = 20;

    public async Task<HomeClaimOutcome> ClaimAsync(HomeClaim claim, PlaceLockPolicy policy, CancellationToken cancellationToken)
    {
        var hashed = Hashed(claim);
        // Most homes were never claimed: that is tried first, and the home's row says whether it holds.
        var stored = StoredHome.Unclaimed(hashed.Home.UnitNo);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (decision, records) = await DecideAsync(hashed, stored.Records, policy, IsDead, cancellationToken);
            if (decision is not PlaceLockDecision.Take take)
                return OutcomeOf(decision);
            if (attempt == 0)
                await store.RememberAsync(hashed.Owner, hashed.Home.UnitNo, cancellationToken);
            if (await store.CommitAsync(stored, [.. records.Select(record => Left(record, take)), take.Record], cancellationToken))
                return new HomeClaimOutcome.Granted(IsBound: true);
            stored = await store.ReadAsync(hashed.Home.UnitNo, cancellationToken);
        }
        return new HomeClaimOutcome.Busy();
    }

    /// <summary>
    /// What each of some claims to one home would come to, while nobody of the year is just being given a place: then only who has one binds the
    /// home. Changes nothing.
    /// </summary>
    /// <param name="claims">One application's, of one home, at different schools; at least one.</param>
    /// <param name="policy">The rule's numbers.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<HomeClaimOutcome>> LookAsync(IReadOnlyList<HomeClaim> claims, PlaceLockPolicy policy, CancellationToken cancellationToken)
    {
        var hashed = claims.Select(Hashed).ToList();
        var stored = await store.ReadAsync(hashed[0].Home.UnitNo, cancellationToken);
        var outcomes = new List<HomeClaimOutcome>();
        foreach (var claim in hashed)
            outcomes.Add(OutcomeOf((await DecideAsync(claim, stored.Records, policy, holder => !holder.HasPlace, cancellationToken)).Decision));
        return outcomes;
    }

    /// <summary>Enters a place of an earlier year. True when it was not there; null when somebody else kept changing the home.</summary>
    public async Task<bool?> EnterAsync(EarlierPlace place, CancellationToken cancellationToken)
    {
        var (home, number) = (KeyOf(place.Unit), NumberOf(place));
        var record = new PlaceRecord(number, home, place.School, place.TakenOn, place.Householder is { } person ? KeyOfHouseholder(person.Value) : number);
        await store.RememberAsync(number, home, cancellationToken);
        return await InsistAsync(home, records => DecidePlaceLock.Enter(record, records), cancellationToken);
    }

    /// <summary>Releases what an application holds. True when nothing is held by it any more; false when somebody else kept changing the home.</summary>
    public async Task<bool> ReleaseAsync(ApplicationId application, PlaceReleaseReason reason, CancellationToken cancellationToken)
    {
        var release = new PlaceRelease(BureauDay.Of(clock.GetUtcNow()), reason);
        foreach (var home in await store.HomesOfAsync(application.Value, cancellationToken))
        {
            if (await InsistAsync(home, records => Released(application.Value, records, release), cancellationToken) is null)
                return false;
        }
        return true;
    }

    /// <summary>A home's places, oldest first.</summary>
    public async Task<IReadOnlyList<PlaceRecord>> HistoryAsync(UnitNumber unit, CancellationToken cancellationToken) =>
        (await store.ReadAsync(KeyOf(unit), cancellationToken)).Records;

    /// <summary>The places of the homes at which an application has or had one.</summary>
    public async Task<IReadOnlyList<PlaceRecord>> HistoryAsync(ApplicationId application, CancellationToken cancellationToken)
    {
        var records = new List<PlaceRecord>();
        foreach (var home in await store.HomesOfAsync(application.Value, cancellationToken))
        {
            if ((await store.ReadAsync(home, cancellationToken)).Records is var places && places.Any(place => place.Owner == application.Value))
                records.AddRange(places);
        }
        return records;
    }

    /// <summary>Changes a home's history as it is at that moment. False when there was nothing to change; null when somebody else kept changing it.</summary>
    private async Task<bool?> InsistAsync(string home, Func<IReadOnlyList<PlaceRecord>, IReadOnlyList<PlaceRecord>?> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await store.ReadAsync(home, cancellationToken);
            if (change(stored.Records) is not { } now)
                return false;
            if (await store.CommitAsync(stored, now, cancellationToken))
                return true;
        }
        return null;
    }

    private static IReadOnlyList<PlaceRecord>? Released(string owner, IReadOnlyList<PlaceRecord> records, PlaceRelease release) =>
        DecidePlaceLock.Release(owner, records, release).Count == 0
            ? null
            : [.. records.Select(record => record.Owner == owner && record.Release is null ? record with { Release = release } : record)];

    private static HomeClaimOutcome OutcomeOf(PlaceLockDecision decision) => decision switch
    {
        PlaceLockDecision.Refused refused => new HomeClaimOutcome.Refused(refused.On, refused.Until),
        PlaceLockDecision.Standing or PlaceLockDecision.Take => new HomeClaimOutcome.Granted(IsBound: true),
        PlaceLockDecision.SchoolNotBound or PlaceLockDecision.HomeNotBound => new HomeClaimOutcome.Granted(IsBound: false),
        _ => throw new InvalidOperationException("PlaceLockDecision is closed."),
    };

    /// <summary>Decides; a holder whose application has come to nothing gives way and is asked for no more.</summary>
    private async Task<(PlaceLockDecision Decision, IReadOnlyList<PlaceRecord> Records)> DecideAsync(PlaceClaim claim, IReadOnlyList<PlaceRecord> records, PlaceLockPolicy policy,
        Func<Application, bool> isDead, CancellationToken cancellationToken)
    {
        var today = BureauDay.Of(clock.GetUtcNow());
        while (true)
        {
            var decision = DecidePlaceLock.Claim(claim, records, policy, today);
            if (decision is not PlaceLockDecision.Refused { Holder: var holder } || !await IsDeadAsync(holder, isDead, cancellationToken))
                return (decision, records);
            var release = new PlaceRelease(today, PlaceReleaseReason.NotTakenUp);
            records = Released(holder, records, release) ?? records;
        }
    }

    // An application that is no longer stored is not dead: the history outlives it.
    private async Task<bool> IsDeadAsync(string holder, Func<Application, bool> isDead, CancellationToken cancellationToken) =>
        ApplicationId.TryParse(holder, out var id) && await applications.FindAsync(id!, cancellationToken) is { Application: var application } && isDead(application);

    // Who is verified may just be getting its offer. Who waits for coordination never gets a place by its home.
    private static bool IsDead(Application application) => application.Status is ApplicationStatus.Withdrawn or ApplicationStatus.Voided or ApplicationStatus.Transferred
        or ApplicationStatus.Declined or ApplicationStatus.Lapsed or ApplicationStatus.Deferred or ApplicationStatus.AwaitingCoordination;

    private static PlaceRecord Left(PlaceRecord record, PlaceLockDecision.Take take) =>
        take.Left.FirstOrDefault(left => left with { Release = null } == record) ?? record;

    private PlaceClaim Hashed(HomeClaim claim) => new(claim.Application.Value, new LockableHome(KeyOf(claim.Unit), claim.AcquiredDate, claim.SettledDate), claim.School,
        claim.IsMunicipal, claim.IsTight, KeyOfHouseholder(claim.HouseholderIdNo));

    private string KeyOfHouseholder(string number) => index.Of("householder", number.ToUpperInvariant());

    // Like an application's, so that the history answers to it; of no application, because the key is another purpose's.
    private string NumberOf(EarlierPlace place) => ApplicationId.FromBytes(index.Bytes("earlier-place",
        string.Create(CultureInfo.InvariantCulture, $"{place.Unit.Value} {place.School} {place.TakenOn:yyyy-MM-dd} {place.Householder?.Value}")).AsSpan(0, 16)).Value;

    private string KeyOf(UnitNumber unit) => index.Of("home", unit.Value);
}
