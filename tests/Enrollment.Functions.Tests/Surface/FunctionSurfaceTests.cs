using Enrollment.Domain.Tests;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.LocalHost;

namespace Enrollment.Functions.Tests.Surface;

public sealed class FunctionSurfaceTests
{
    [Fact]
    public void Surface_OfTheFunctionApp_IsTheApprovedOne() => Snapshot.Matches(
        "Surface/FunctionSurface.txt",
        string.Join('\n', FunctionSurface.Of(typeof(SubmitApplication).Assembly).Select(Line)));

    private static string Line(FunctionSurface function) => function.Trigger switch
    {
        "http" => $"{function.Name}: http {string.Join(',', function.Methods!)} {function.Route}",
        "queue" => $"{function.Name}: queue {function.Queue}",
        _ => $"{function.Name}: {function.Trigger} {function.Schedule}",
    };
}
