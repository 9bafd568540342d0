using System.Text;
using CsCheck;
using Enrollment.Domain.Applications;

namespace Enrollment.Domain.Tests.Applications;

public sealed class ApplicationLifecycleTests
{
    private const string TableFile = "tests/Enrollment.Domain.Tests/Applications/ApplicationLifecycle.table.txt";

    /// <summary>The law as an official would write it down; all else is refused.</summary>
    private const string Oracle = """
        Draft: Submit>Submitted Withdraw>Withdrawn
        Submitted: StartVerification>Verifying Defer>Deferred Transfer>Transferred Void>Voided Withdraw>Withdrawn HandOver>Submitted
        Verifying: RequestCorrection>CorrectionRequested EstablishCategory>Verified ReferToPerson>UnderReview Defer>Deferred Transfer>Transferred Void>Voided Withdraw>Withdrawn HandOver>Verifying
        CorrectionRequested: Resubmit>Submitted ReferToPerson>UnderReview Defer>Deferred Transfer>Transferred Void>Voided Withdraw>Withdrawn HandOver>CorrectionRequested EstablishCategory>Verified
        UnderReview: RequestCorrection>CorrectionRequested EstablishCategory>Verified Defer>Deferred Transfer>Transferred Void>Voided Withdraw>Withdrawn HandOver>UnderReview RefuseClaim>AwaitingCoordination
        Verified: Offer>Offered Coordinate>AwaitingCoordination Defer>Deferred Transfer>Transferred Void>Voided Withdraw>Withdrawn HandOver>Verified RaiseObjection>Verified Reestablish>Verified
        Offered: RevokeOffer>Verified Confirm>Confirmed Decline>Declined Lapse>Lapsed Defer>Deferred Transfer>Transferred Void>Voided Withdraw>Withdrawn HandOver>Offered RaiseObjection>Offered Reestablish>Offered
        Confirmed: RevokeOffer>Verified Enroll>Enrolled Lapse>Lapsed Defer>Deferred Transfer>Transferred Void>Voided Withdraw>Withdrawn HandOver>Confirmed RaiseObjection>Confirmed Reestablish>Confirmed
        Declined: Coordinate>AwaitingCoordination Defer>Deferred Transfer>Transferred Void>Voided Withdraw>Withdrawn HandOver>Declined RaiseObjection>Declined Reestablish>Verified
        Lapsed: Coordinate>AwaitingCoordination Defer>Deferred Transfer>Transferred Void>Voided Withdraw>Withdrawn HandOver>Lapsed RaiseObjection>Lapsed Reestablish>Verified
        AwaitingCoordination: Offer>Offered Defer>Deferred Transfer>Transferred Void>Voided Withdraw>Withdrawn HandOver>AwaitingCoordination RaiseObjection>AwaitingCoordination Reestablish>Verified
        Deferred: Coordinate>AwaitingCoordination Transfer>Transferred Void>Voided Withdraw>Withdrawn HandOver>Deferred RaiseObjection>Deferred Reestablish>Verified
        Voided: Coordinate>AwaitingCoordination Withdraw>Withdrawn
        """;

    private static readonly ApplicationStatus[] Statuses = Enum.GetValues<ApplicationStatus>();
    private static readonly ApplicationAction[] Actions = Enum.GetValues<ApplicationAction>();
    private static readonly ApplicationStatus[] Ends = [ApplicationStatus.Withdrawn, ApplicationStatus.Transferred, ApplicationStatus.Enrolled];
    private static readonly Dictionary<(ApplicationStatus, ApplicationAction), ApplicationStatus> Law = ReadOracle();

    [Fact]
    public void Apply_EveryStatusWithEveryAction_IsTheReviewedTable()
    {
        var table = new StringBuilder();
        foreach (var status in Statuses)
        {
            foreach (var action in Actions)
                table.Append(status).Append(' ').Append(action).Append(" -> ").Append(Text(ApplicationLifecycle.Apply(status, action))).Append('\n');
        }

        Assert.Equal(16 * 21, Statuses.Length * Actions.Length);
        Assert.Equal(File.ReadAllText(TestData.RepositoryFile(TableFile)), table.ToString());
    }

    [Fact]
    public void Apply_AnyActions_FollowTheOracle() =>
        Gen.OneOf(Actions).List[0, 40].Sample(actions =>
        {
            var (status, expected) = (ApplicationStatus.Draft, ApplicationStatus.Draft);
            foreach (var action in actions)
            {
                status = ApplicationLifecycle.Apply(status, action) is Transition.Allowed allowed ? allowed.To : status;
                expected = Law.GetValueOrDefault((expected, action), expected);
            }

            return status == expected;
        }, iter: 2000);

    [Fact]
    public void Apply_TerminalStatus_AbsorbsEverything() =>
        Gen.Select(Gen.OneOf(Ends), Gen.OneOf(Actions)).Sample((end, action) =>
            Assert.Equal(new Transition.Refused(TransitionRefusal.Final), ApplicationLifecycle.Apply(end, action)));

    [Theory]
    [MemberData(nameof(Living))]
    public void Apply_LivingStatus_CanReachALawfulEndAndAfterSubmissionASchool(ApplicationStatus status)
    {
        var reached = Reachable(status);

        Assert.Contains(ApplicationStatus.Withdrawn, reached);
        Assert.Contains(ApplicationStatus.Enrolled, reached);
    }

    [Theory]
    [InlineData(ApplicationStatus.Declined)]
    [InlineData(ApplicationStatus.Lapsed)]
    [InlineData(ApplicationStatus.Voided)]
    [InlineData(ApplicationStatus.Deferred)]
    public void Coordinate_ChildWithoutPlace_AwaitsCoordination(ApplicationStatus status) =>
        Assert.Equal(new Transition.Allowed(ApplicationStatus.AwaitingCoordination), ApplicationLifecycle.Apply(status, ApplicationAction.Coordinate));

    [Fact]
    public void EstablishCategory_UnderReview_IsAllowed() =>
        Assert.Equal(new Transition.Allowed(ApplicationStatus.Verified),
            ApplicationLifecycle.Apply(ApplicationStatus.UnderReview, ApplicationAction.EstablishCategory));

    [Fact]
    public void Apply_UndefinedStatusOrAction_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ApplicationLifecycle.Apply((ApplicationStatus)99, ApplicationAction.Withdraw));
        Assert.Throws<ArgumentOutOfRangeException>(() => ApplicationLifecycle.Apply(ApplicationStatus.Verified, (ApplicationAction)99));
    }

    public static TheoryData<ApplicationStatus> Living() => new(Statuses.Except(Ends));

    private static HashSet<ApplicationStatus> Reachable(ApplicationStatus from)
    {
        var reached = new HashSet<ApplicationStatus> { from };
        var open = new Queue<ApplicationStatus>(reached);
        while (open.TryDequeue(out var status))
        {
            foreach (var next in Actions.Select(action => ApplicationLifecycle.Apply(status, action)).OfType<Transition.Allowed>().Where(next => reached.Add(next.To)))
                open.Enqueue(next.To);
        }

        return reached;
    }

    private static string Text(Transition transition) => transition switch
    {
        Transition.Allowed allowed => $"{allowed.To}",
        Transition.Refused refused => $"refused: {refused.Reason}",
        _ => throw new ArgumentOutOfRangeException(nameof(transition)),
    };

    private static Dictionary<(ApplicationStatus, ApplicationAction), ApplicationStatus> ReadOracle()
    {
        var law = new Dictionary<(ApplicationStatus, ApplicationAction), ApplicationStatus>();
        foreach (var line in Oracle.Split('\n', StringSplitOptions.TrimEntries))
        {
            var (status, moves) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            foreach (var move in moves.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(move => move.Split('>')))
                law.Add((Enum.Parse<ApplicationStatus>(status), Enum.Parse<ApplicationAction>(move[0])), Enum.Parse<ApplicationStatus>(move[1]));
        }

        return law;
    }
}
