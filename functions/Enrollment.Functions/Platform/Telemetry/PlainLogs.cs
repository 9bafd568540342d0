using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Enrollment.Functions.Platform.Telemetry;

/// <summary>
/// Exceptions go without their messages, which may quote what somebody typed; a library's lines without their values. Our own lines have
/// named values that are free of personal data.
/// </summary>
internal sealed class PlainLogs : BaseProcessor<LogRecord>
{
    private const string Ours = "Enrollment.";

    public override void OnEnd(LogRecord data)
    {
        var attributes = data.CategoryName?.StartsWith(Ours, StringComparison.Ordinal) is true ? data.Attributes ?? [] : [];
        if (data.Exception is { } exception)
        {
            attributes = [.. attributes, new("exception.type", TypesOf(exception)), new("exception.stacktrace", exception.StackTrace)];
            data.Exception = null;
        }
        data.Attributes = attributes;
        data.FormattedMessage = null;
    }

    private static string TypesOf(Exception exception) => exception.InnerException is { } inner
        ? $"{exception.GetType().FullName} <- {TypesOf(inner)}"
        : exception.GetType().FullName!;
}
