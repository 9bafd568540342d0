namespace Enrollment.Domain.Verification.Policies;

/// <summary>Reads calendar, deadlines and papers.</summary>
internal static class PolicySeasonReader
{
    internal static PolicyCalendar ReadCalendar(PolicyNode node)
    {
        var calendar = new PolicyCalendar([.. node.Objects("windows").Select(ReadWindow)], [.. node.Objects("steps").Select(ReadStep)],
            ReadLate(node.Object("late")), node.Dates("holidays"), node.Dates("workingWeekends"));
        node.Close();
        return calendar;
    }

    internal static PolicyDeadlines ReadDeadlines(PolicyNode node)
    {
        var deadlines = new PolicyDeadlines(ReadDeadline(node.Object("supplement")), ReadDeadline(node.Object("review")),
            ReadDeadline(node.Object("objectionAsk")), ReadDeadline(node.Object("objectionAnswer")),
            ReadDeadline(node.Object("reconsideration")), ReadDeadline(node.Object("lawsuit")))
        {
            SupplementRounds = node.Integer("supplementRounds", 1, 9),
        };
        node.Close();
        return deadlines;
    }

    internal static PolicyPaper ReadPaper(PolicyNode node)
    {
        var paper = new PolicyPaper(node.Text("id"), PolicyReader.ReadText(node.Object("text")), node.Text("source"));
        node.Close();
        return paper;
    }

    internal static PolicyReason ReadReason(PolicyNode node)
    {
        var reason = new PolicyReason(node.Text("id"), PolicyReader.ReadText(node.Object("text")), node.Text("source"), node.Names<ReasonUse>("uses"));
        if (reason.Uses.Count == 0)
            node.Fail(".uses", "must name what it is a reason for");
        node.Close();
        return reason;
    }

    private static IntakeWindow ReadWindow(PolicyNode node)
    {
        var window = new IntakeWindow(node.Text("id"), PolicyReader.ReadText(node.Object("text")), node.Text("source"),
            node.Names<CategoryCode>("categories"), ReadDays(node));
        node.Close();
        return window;
    }

    private static SeasonStep ReadStep(PolicyNode node)
    {
        var step = new SeasonStep(node.Text("id"), PolicyReader.ReadText(node.Object("text")), node.Text("source"), ReadDays(node));
        node.Close();
        return step;
    }

    private static DayRange ReadLate(PolicyNode node)
    {
        var days = ReadDays(node);
        _ = node.Text("source");
        node.Close();
        return days;
    }

    private static DayRange ReadDays(PolicyNode node)
    {
        var days = new DayRange(node.Date("first"), node.Date("last"));
        if (days.First > days.Last)
            node.Fail(".last", "must not be before first");
        return days;
    }

    private static Deadline ReadDeadline(PolicyNode node)
    {
        var deadline = new Deadline(node.Integer("count", 1, 400), node.Name<DeadlineUnit>("unit"), node.Text("source"));
        node.Close();
        return deadline;
    }
}
