using Enrollment.DepartmentSimulator.Control;
using Enrollment.DepartmentSimulator.Queries;
using Enrollment.DepartmentSimulator.Signatures;

namespace Enrollment.DepartmentSimulator.Scanner;

/// <summary>POST /scan: a malware scanner that knows one virus, the EICAR test file. PUT /control/scanner makes it go away.</summary>
internal static class ScanFiles
{
    private const int Longest = 32 * 1024 * 1024;

    // In two parts, or virus scanners would take this source for the virus.
    private static readonly byte[] Eicar = [.. "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-"u8, .. "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"u8];

    public static void MapScanner(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/scan", ScanAsync);
        routes.MapGroup("/control").AddEndpointFilter(LoopbackOnly.Filter).MapPut("/scanner", (ScannerSwitch body, ScannerState state) =>
        {
            state.IsDown = body.Down;
            return Results.NoContent();
        });
    }

    private static async Task<IResult> ScanAsync(HttpContext http, ScannerState state, SimulatorSettings settings, TimeProvider time)
    {
        if (state.IsDown || settings.ScannerKey is not { } key)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (body.Length > Longest)
            return Problems.TooLong;
        if (SignedMessage.Read(http.Request.Headers) is not { } message)
            return Problems.Signature("signature-missing");
        if (message.Fault(key, body.ToArray(), time.GetUtcNow()) is { } fault)
            return Problems.Signature(fault);
        var isInfected = body.ToArray().AsSpan().IndexOf(Eicar) >= 0;
        return Results.Ok(new ScanAnswer(isInfected ? "Infected" : "Clean"));
    }

    private sealed record ScannerSwitch(bool Down);
}

/// <summary>What the scanner answers.</summary>
internal sealed record ScanAnswer(string Verdict);

/// <summary>Whether the scanner answers.</summary>
internal sealed class ScannerState
{
    public bool IsDown { get; set; }
}
