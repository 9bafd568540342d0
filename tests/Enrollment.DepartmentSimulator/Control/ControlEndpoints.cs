using Enrollment.DepartmentSimulator.Behaviors;
using Enrollment.DepartmentSimulator.Callbacks;
using Enrollment.DepartmentSimulator.Files;
using Enrollment.DepartmentSimulator.Queries;

namespace Enrollment.DepartmentSimulator.Control;

/// <summary>The stage director's desk: /control/*, for callers on this machine only.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        var control = routes.MapGroup("/control").AddEndpointFilter(LoopbackOnly.Filter);
        control.MapPut("/behavior", SetBehavior);
        control.MapPut("/files", SetFiles);
        control.MapPut("/callback-base", SetCallbackBase);
        control.MapPost("/reset", Reset);
        control.MapGet("/counters", (Counters counters) => Results.Ok(counters.Read()));
    }

    private static IResult SetBehavior(BehaviorAssignment assignment, BehaviorBook behaviors)
    {
        if (assignment.Fault() is { } fault)
            return Problems.Of(StatusCodes.Status400BadRequest, "invalid-behavior", [fault]);
        behaviors.Assign(assignment);
        return Results.NoContent();
    }

    private static IResult SetFiles(FileBehavior behavior, FileBehaviors files)
    {
        if (Registers.Department.Find(behavior.Department) is null || behavior.DelayMs is < 0 or > 600_000)
            return Problems.Of(StatusCodes.Status400BadRequest, "invalid-behavior", [behavior.DelayMs is < 0 or > 600_000 ? "delayMs" : "department"]);
        files.Set(behavior);
        return Results.NoContent();
    }

    private static IResult SetCallbackBase(CallbackBase body, CallbackAddress callbacks)
    {
        if (!SimulatorSettings.IsAddress(body.Address, out var address))
            return Problems.Of(StatusCodes.Status400BadRequest, "invalid-address", ["address"]);
        callbacks.Set(address);
        return Results.NoContent();
    }

    private static IResult Reset(BehaviorBook behaviors, Counters counters)
    {
        behaviors.Reset();
        counters.Reset();
        return Results.NoContent();
    }

    private sealed record CallbackBase(string Address);
}
