using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Enrollment.Domain.Applications;
using static Enrollment.Domain.Applications.ApplicationAction;
using Kind = Enrollment.Domain.Applications.ApplicationEventKind;

namespace Enrollment.Domain.Tests.Applications.Seasons;

/// <summary>What holds of every change whatever the model says: its events lead by the reviewed table from one status to the other, and each says who, when and why.</summary>
internal static partial class SeasonLaws
{
    private static readonly FrozenDictionary<(ApplicationStatus, ApplicationAction), ApplicationStatus> Table = ReadTable();
    private static readonly FrozenDictionary<Kind, Actor[]> Actors = ReadActors();

    private static readonly Kind[] OfDepartments = [Kind.CallbackPromised, Kind.CheckAnswered, Kind.AskedAgain, Kind.SourceUnavailable, Kind.DeadlineExtended, Kind.CheckDecided];
    private static readonly Kind[] WithRule = [Kind.CheckDecided, Kind.RefusalProposed, Kind.RefusalRejected, Kind.ClaimRefused, Kind.VoidingProposed, Kind.VoidingRejected, Kind.Voided];
    private static readonly Kind[] OnFindings = [Kind.CategoryEstablished, Kind.ReferredToPerson, Kind.CorrectionRequested];

    private static readonly ApplicationStatus[] Ends = [ApplicationStatus.Withdrawn, ApplicationStatus.Transferred, ApplicationStatus.Enrolled];

    /// <summary>The kinds docs/events.md has a row for.</summary>
    public static IEnumerable<Kind> Documented => Actors.Keys;

    public static void ChangeHolds(Application before, Change change, string? staff, DateTimeOffset now)
    {
        var (after, events) = (change.After, change.Events);
        if (Ends.Contains(before.Status) && (after.Status != before.Status || events.Count > 0))
            Assert.Fail($"{before.Status} changed: {after.Status} {Names(events)}");
        if (events.Count == 0 && after.Status != before.Status)
            Assert.Fail($"{before.Status} became {after.Status} and nothing says why");
        var status = before.Status;
        for (var i = 0; i < events.Count; i++)
        {
            foreach (var action in ActionsOf(events, i, after))
                status = Table.TryGetValue((status, action), out var to) ? to : throw new Xunit.Sdk.XunitException($"{status} does not allow {action}: {Names(events)}");
            EventHolds(events[i], staff, now);
        }
        if (status != after.Status)
            Assert.Fail($"{Names(events)} lead from {before.Status} to {status}, not to {after.Status}");
    }

    /// <summary>Somebody always has to do something: the service, at a time; a person, by a work list; the family or a round, by the status. Nobody where it is over.</summary>
    public static void NothingIsForgotten(Application application)
    {
        var (due, work) = (application.NextDue(Cases.Schedule), WorkItem.Of(application));
        var isOver = Ends.Contains(application.Status);
        if (isOver && (due is not null || work is not null))
            Assert.Fail($"{application.Status} and still somebody's: {due} {work}");
        if (application.IsOutstanding != due is not null)
            Assert.Fail($"{application.Status}: outstanding {application.IsOutstanding}, due {due}");
        var waitsForService = application.Status is ApplicationStatus.Submitted or ApplicationStatus.Verifying or ApplicationStatus.CorrectionRequested or ApplicationStatus.Offered;
        if (waitsForService && due is null)
            Assert.Fail($"{application.Status} and nothing armed");
        if (application.Status is ApplicationStatus.UnderReview && work is null)
            Assert.Fail("under review and on nobody's list");
    }

    private static void EventHolds(ApplicationEvent happened, string? staff, DateTimeOffset now)
    {
        if (!Actors.TryGetValue(happened.Kind, out var actors) || !actors.Contains(happened.By))
            Assert.Fail($"{happened.Kind} by {happened.By} is not in docs/events.md");
        if (happened.At != now)
            Assert.Fail($"{happened.Kind} at {happened.At}, not {now}");
        if (OfDepartments.Contains(happened.Kind) != happened.Department is not null)
            Assert.Fail($"{happened.Kind} concerns department {happened.Department}");
        if (happened.By is not Actor.Staff)
        {
            if (happened.Act is not null || (OnFindings.Contains(happened.Kind) && happened.Findings.Count == 0))
                Assert.Fail($"{happened.Kind} by {happened.By} rests on {happened.Act} and {happened.Findings.Count} findings");
            return;
        }
        if (happened.Act is not { } act || act.By != staff)
            Assert.Fail($"{happened.Kind} by {happened.Act?.By}, not {staff}");
        else if (happened.Kind is not Kind.CorrectionRequested && !TestData.Policy.Reasons.Any(reason => reason.Id == act.Reason))
            Assert.Fail($"{happened.Kind} without a reason of the policy");
        else if (WithRule.Contains(happened.Kind) && act.Rule is null)
            Assert.Fail($"{happened.Kind} cites no rule");
    }

    /// <summary>What an event does to the status, by the words of docs/events.md; an event that only explains another does nothing.</summary>
    private static ReadOnlySpan<ApplicationAction> ActionsOf(IReadOnlyList<ApplicationEvent> events, int i, Application after)
    {
        var earlier = i == 0 ? (Kind?)null : events[i - 1].Kind;
        return events[i] switch
        {
            { Kind: Kind.VerificationStarted } => [StartVerification],
            { Kind: Kind.Resubmitted } => [Resubmit, StartVerification],
            { Kind: Kind.CorrectionRequested } => [ApplicationAction.RequestCorrection],
            { Kind: Kind.ReferredToPerson or Kind.CorrectionExpired } => [ReferToPerson],
            { Kind: Kind.CategoryEstablished } => earlier is Kind.ObjectionAnswered ? [Reestablish] : [EstablishCategory],
            { Kind: Kind.SentToCoordination } => earlier is Kind.ClaimRefused ? [RefuseClaim] : [Coordinate],
            { Kind: Kind.Withdrawn } => [Withdraw],
            { Kind: Kind.Transferred, Act.To: var to } => Enum.TryParse<Authority>(to, out _) ? [HandOver] : [Transfer],
            { Kind: Kind.Deferred } => [Defer],
            { Kind: Kind.Voided } => [ApplicationAction.Void],
            { Kind: Kind.ObjectionRaised } => [ApplicationAction.RaiseObjection],
            { Kind: Kind.PlaceOffered } => [Offer],
            { Kind: Kind.OfferConfirmed } => [Confirm],
            { Kind: Kind.OfferDeclined } => [Decline],
            { Kind: Kind.OfferLapsed } => [Lapse],
            { Kind: Kind.OfferRevoked, By: Actor.Service } => after.Established is null ? [RevokeOffer, Coordinate] : [RevokeOffer],
            _ => [],
        };
    }

    private static string Names(IEnumerable<ApplicationEvent> events) => string.Join(' ', events.Select(happened => happened.Kind));

    private static FrozenDictionary<(ApplicationStatus, ApplicationAction), ApplicationStatus> ReadTable() =>
        File.ReadLines(TestData.RepositoryFile("tests/Enrollment.Domain.Tests/Applications/ApplicationLifecycle.table.txt"))
            .Select(line => line.Split([" -> ", " "], StringSplitOptions.RemoveEmptyEntries)).Where(words => words is [_, _, var to] && to != "refused:")
            .ToFrozenDictionary(words => (Enum.Parse<ApplicationStatus>(words[0]), Enum.Parse<ApplicationAction>(words[1])), words => Enum.Parse<ApplicationStatus>(words[2]));

    private static FrozenDictionary<Kind, Actor[]> ReadActors() =>
        File.ReadLines(TestData.RepositoryFile("docs/events.md")).SkipWhile(line => line != "| kind | meaning | by |").Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|')).SelectMany(cells => Name().Matches(cells[1]).Select(name =>
                (Kind: Enum.Parse<Kind>(name.Value), By: cells[^2].Split(',').Select(actor => Enum.Parse<Actor>(actor.Trim())))))
            .GroupBy(row => row.Kind).ToFrozenDictionary(rows => rows.Key, rows => rows.SelectMany(row => row.By).Distinct().ToArray());

    [GeneratedRegex("(?<=`)[A-Za-z]+(?=`)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
