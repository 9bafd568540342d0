using System.Globalization;
using Enrollment.DepartmentSimulator.Callbacks;
using Enrollment.DepartmentSimulator.Control;
using Enrollment.DepartmentSimulator.Queries;

namespace Enrollment.DepartmentSimulator.Behaviors;

/// <summary>Plays the behavior that is due for a question.</summary>
internal sealed class Reaction(BehaviorBook behaviors, CallbackSender callbacks, Counters counters, TimeProvider time)
{
    public async Task<IResult> To(AskedQuestion asked, HttpContext http)
    {
        var behavior = behaviors.Next(asked.Office.Department, asked.Query.SubjectIdNo);
        if (CallbackPlan.IsFor(behavior.Kind))
            return Accept(asked, behavior, http);

        if (behavior.DelayMs > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(behavior.DelayMs), time, http.RequestAborted);

        return behavior.Kind switch
        {
            BehaviorKind.Answer or BehaviorKind.Slow => Answered(asked),
            BehaviorKind.TooManyRequests => Later(http, behavior, StatusCodes.Status429TooManyRequests, "too-many-requests"),
            BehaviorKind.Unavailable => Later(http, behavior, StatusCodes.Status503ServiceUnavailable, "unavailable"),
            BehaviorKind.DropConnection => Dropped(http),
            BehaviorKind.MalformedJson => Malformed(),
            _ => throw new InvalidOperationException($"No reaction for {behavior.Kind}"),
        };
    }

    private IResult Answered(AskedQuestion asked)
    {
        counters.Answered(asked.Office.Department);
        return asked.Answer.Found
            ? Results.Bytes(asked.Answer.ToJson(), "application/json")
            : Results.Json(new { resultCode = "NotFound" }, statusCode: StatusCodes.Status404NotFound);
    }

    private IResult Accept(AskedQuestion asked, Behavior behavior, HttpContext http)
    {
        // the 202 leaves first; whether the callback overtakes it in the caller's hands is the network's affair
        http.Response.OnCompleted(() => callbacks.Begin(asked, behavior).AsTask());
        return Results.Json(new { requestId = asked.Query.RequestId, status = "Accepted" }, statusCode: StatusCodes.Status202Accepted);
    }

    private static IResult Later(HttpContext http, Behavior behavior, int status, string code)
    {
        http.Response.Headers.RetryAfter = behavior.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return Problems.Of(status, code);
    }

    private static IResult Dropped(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }

    // ends before the first record: a caller that logs what it cannot read must not find a person in it
    private static IResult Malformed() => Results.Text("{\"resultCode\":\"Found\",\"items\":[{\"kind\":", "application/json");
}
