using Enrollment.DepartmentSimulator.Registers;

namespace Enrollment.DepartmentSimulator.Queries;

/// <summary>POST /{department}/queries.</summary>
internal static class AskDepartment
{
    public static void MapAskDepartment(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/{department}/queries", async (string department, HttpContext http, Offices offices, QueryDesk desk) =>
            offices.Find(department) is { } office ? await desk.Serve(office, http) : Problems.UnknownDepartment);
}
