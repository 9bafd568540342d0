namespace Enrollment.DepartmentSimulator.Queries;

internal static class Problems
{
    public static readonly IResult UnknownDepartment = Of(StatusCodes.Status404NotFound, "unknown-department");
    public static readonly IResult TooLong = Of(StatusCodes.Status413PayloadTooLarge, "body-too-long");
    public static readonly IResult Malformed = Of(StatusCodes.Status400BadRequest, "malformed-envelope");
    public static readonly IResult RequestIdReused = Of(StatusCodes.Status409Conflict, "request-id-reused");

    public static IResult Signature(string code) => Of(StatusCodes.Status401Unauthorized, code);

    public static IResult Envelope(IReadOnlyList<string> paths) => Of(StatusCodes.Status400BadRequest, "invalid-envelope", paths);

    public static IResult Of(int status, string code, IReadOnlyList<string>? paths = null) =>
        Results.Problem(
            type: $"urn:department-simulator:problem:{code}",
            statusCode: status,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["code"] = code,
                ["errors"] = (paths ?? []).Select(path => new { path }),
            });
}
