using System.Text;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Notices;

namespace Enrollment.Domain.Tests.Notices;

public sealed class NoticeRulesTests
{
    private static readonly DateOnly Day = new(2026, 7, 6);

    [Fact]
    public void Of_EveryEvent_IsTheReviewedTable()
    {
        var table = new StringBuilder();
        foreach (var kind in Enum.GetValues<ApplicationEventKind>())
        {
            var notice = NoticeRules.Of(3, new ApplicationEvent(kind, Cases.Start, Actor.Service), Waiting(ApplicationStatus.CorrectionRequested));
            table.Append(kind).Append(" -> ").AppendLine(notice is null ? "nothing" : Line(notice));
        }

        Snapshot.Matches("Notices/NoticeRules.table.txt", table.ToString());
    }

    [Fact]
    public void IsStillTrue_EveryKindInEveryStatus_HoldsWhereTheParentMayStillActOrNothingIsAsked()
    {
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            var notice = new Notice(1, kind, Cases.Start, AsksUntil(kind) ? Day : null);
            foreach (var status in Enum.GetValues<ApplicationStatus>())
                Assert.Equal(NeedsStatus(kind) is not { } needed || needed == status, NoticeRules.IsStillTrue(notice, Waiting(status)));
            if (AsksUntil(kind))
                Assert.Equal(kind is NoticeKind.CorrectionRequested, NoticeRules.IsStillTrue(notice with { LastDay = Day.AddDays(-1) }, Waiting(NeedsStatus(kind)!.Value)));
        }
    }

    private static string Line(Notice notice) => $"{notice.Kind}, {NoticeRules.UsualChannel(notice.Kind)?.ToString() ?? "inbox"}{(notice.LastDay is null ? "" : ", with its last day")}";

    private static bool AsksUntil(NoticeKind kind) => NeedsStatus(kind) is not null && kind is not NoticeKind.PaperInfected;

    private static ApplicationStatus? NeedsStatus(NoticeKind kind) => kind switch
    {
        NoticeKind.CorrectionRequested or NoticeKind.DeadlineExtended or NoticeKind.CorrectionReminder or NoticeKind.CorrectionLastCall or NoticeKind.PaperInfected =>
            ApplicationStatus.CorrectionRequested,
        NoticeKind.PlaceOffered or NoticeKind.OfferReminder or NoticeKind.OfferLastCall => ApplicationStatus.Offered,
        _ => null,
    };

    private static Application Waiting(ApplicationStatus status) => NoticeData.Asked(Cases.Start, Day) with
    {
        Status = status,
        Offer = new PlaceOffer("LC001", "main", Cases.Start, Day, NoticeData.After(Day)),
    };
}
