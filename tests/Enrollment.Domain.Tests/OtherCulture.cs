using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Enrollment.Domain.Tests;

/// <summary>Runs a test's body on a thread of its own whose culture is another, so that no test beside it notices.</summary>
internal static class OtherCulture
{
    /// <summary>Turkish has another capital i, Arabic and Thai another calendar, Persian another calendar and minus sign.</summary>
    public static TheoryData<string> Names => new("tr-TR", "ar-SA", "th-TH", "fa-IR", "zh-CN");

    public static void Run(string name, Action body)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            Thread.CurrentThread.CurrentCulture = new CultureInfo(name);
            failure = FailureOf(body);
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
    }

#pragma warning disable CA1031 // carried to the test's own thread and thrown again there
    private static ExceptionDispatchInfo? FailureOf(Action body)
    {
        try
        {
            body();
            return null;
        }
        catch (Exception e)
        {
            return ExceptionDispatchInfo.Capture(e);
        }
    }
#pragma warning restore CA1031
}
