using Enrollment.Domain;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Applications.Submitting;

/// <summary>Tells a parent who comes too early or too late when to come.</summary>
internal static class ClosedWindow
{
    public static IResult Problem(HttpRequest request, PolicyCalendar calendar, CategoryCode category, WindowState state)
    {
        var (window, late, language) = (calendar.WindowOf(category), calendar.Late, RequestLanguage.Of(request));
        var isEarly = state is WindowState.NotYetOpen;
        var text = window.Text.In(language);
        var detail = isEarly
            ? Texts.Get("Window.NotYetOpen", language, text, window.Days.First, window.Days.Last)
            : Texts.Get($"Window.{state}", language, text, window.Days.First, window.Days.Last, late.First, late.Last);
        return Problems.Of(request, isEarly ? FaultCode.WindowNotOpen : FaultCode.WindowClosed, new ProblemSeason(detail,
            new ProblemWindow(window.Id, text, window.Days.First, window.Days.Last), isEarly ? null : new ProblemDays(late.First, late.Last)));
    }
}
