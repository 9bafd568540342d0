using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Azure;

namespace Enrollment.Functions.Operators;

/// <summary>How a step failed last, in words that are safe to keep and to show: never an exception's message, which may hold what somebody sent.</summary>
/// <param name="Exception">The exception's type.</param>
/// <param name="Detail">Its code, where its type has one; null otherwise.</param>
/// <param name="Where">The method of this service it came through last; null when none.</param>
/// <param name="At">When.</param>
internal sealed record StepFailure(string Exception, string? Detail, string? Where, DateTimeOffset At)
{
    private const string OurNamespace = "Enrollment.";

    public static StepFailure Of(Exception exception, DateTimeOffset at)
    {
        // The SDK throws the failures of all its retries as one.
        var root = exception is AggregateException { InnerExceptions: [.., var last] } ? last : exception;
        return new StepFailure(root.GetType().Name, DetailOf(root), WhereOf(exception), at);
    }

    private static string? DetailOf(Exception exception) => exception switch
    {
        RequestFailedException storage => $"{storage.Status} {storage.ErrorCode}".TrimEnd(),
        HttpRequestException http => $"{http.HttpRequestError} {(int?)http.StatusCode}".TrimEnd(),
        { InnerException: { } inner } => inner.GetType().Name,
        _ => null,
    };

    private static string? WhereOf(Exception exception) =>
        new StackTrace(exception).GetFrames().Select(frame => frame.GetMethod()).OfType<MethodBase>().Select(NameOf)
            .FirstOrDefault(name => name.StartsWith(OurNamespace, StringComparison.Ordinal));

    // What an async method does stands in a class of its own, <Method>d__1.
    private static string NameOf(MethodBase method)
    {
        var type = method.DeclaringType;
        if (type is null)
            return method.Name;
        if (!type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.DeclaringType is not { } outer)
            return $"{type.FullName}.{method.Name}";
        var end = type.Name.IndexOf('>', StringComparison.Ordinal);
        return $"{outer.FullName}.{(end > 1 ? type.Name[1..end] : method.Name)}";
    }
}
