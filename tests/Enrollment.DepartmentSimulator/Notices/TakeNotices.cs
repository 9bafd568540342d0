using System.Text.Json;
using Enrollment.DepartmentSimulator.Control;
using Enrollment.DepartmentSimulator.Queries;
using Enrollment.DepartmentSimulator.Signatures;

namespace Enrollment.DepartmentSimulator.Notices;

/// <summary>POST /notices and GET /notices/{id}: the gateway for text messages and calls. /control/notices shows what the phones got, and makes it misbehave.</summary>
internal static class TakeNotices
{
    public static void MapNotices(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/notices", TakeAsync);
        routes.MapGet("/notices/{id}", TellAsync);
        var control = routes.MapGroup("/control").AddEndpointFilter(LoopbackOnly.Filter);
        control.MapGet("/notices", (GatewayBook book) => Results.Ok(new { posts = book.Posts, deliveries = book.Deliveries }));
        control.MapPut("/notices", (GatewayBehavior behavior, GatewayBook book) =>
        {
            if (behavior.DelayMs is < 0 or > 600_000 || behavior.Times < 1)
                return Problems.Of(StatusCodes.Status400BadRequest, "invalid-behavior", [behavior.Times < 1 ? "times" : "delayMs"]);
            book.Behave(behavior);
            return Results.NoContent();
        });
        control.MapDelete("/notices", (GatewayBook book) =>
        {
            book.Reset();
            return Results.NoContent();
        });
    }

    private static async Task<IResult> TakeAsync(HttpContext http, GatewayBook book, SimulatorSettings settings, TimeProvider time)
    {
        if (await SignedBody.ReadAsync(http.Request, http.RequestAborted) is not { } body)
            return Problems.TooLong;
        if (Fault(http, settings, body, time) is { } fault)
            return fault;
        GatewayMessage message;
        try
        {
            message = SimulatorJson.Parse<GatewayMessage>(body);
        }
        catch (JsonException)
        {
            return Problems.Malformed;
        }
        if (message.MessageId != SignedMessage.Read(http.Request.Headers)!.Id)
            return Problems.Envelope(["messageId"]);
        var behavior = book.Next(isPost: true);
        await Task.Delay(behavior.DelayMs, http.RequestAborted);
        return Answer(http, book, message, behavior.Kind);
    }

    private static IResult Answer(HttpContext http, GatewayBook book, GatewayMessage message, GatewayKind kind)
    {
        switch (kind)
        {
            case GatewayKind.Down:
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            case GatewayKind.Refuses:
                return Results.Json(new { messageId = message.MessageId }, statusCode: StatusCodes.Status422UnprocessableEntity);
            case GatewayKind.CutsBeforeTaking:
                http.Abort();
                return Results.Empty;
            case GatewayKind.CutsAfterTaking:
                book.Take(message);
                http.Abort();
                return Results.Empty;
            case GatewayKind.Garbles:
                return Results.Text("<html>Welcome!</html>", "text/html");
            case GatewayKind.Accepts:
                return Results.Ok(new { messageId = message.MessageId, receipt = book.Take(message) });
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    private static async Task<IResult> TellAsync(string id, HttpContext http, GatewayBook book, SimulatorSettings settings, TimeProvider time)
    {
        if (Fault(http, settings, [], time) is { } fault)
            return fault;
        var behavior = book.Next(isPost: false);
        await Task.Delay(behavior.DelayMs, http.RequestAborted);
        if (behavior.Kind is GatewayKind.Down)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        return Results.Ok(new { messageId = id, known = book.ReceiptOf(id) is not null, receipt = book.ReceiptOf(id) });
    }

    private static IResult? Fault(HttpContext http, SimulatorSettings settings, byte[] body, TimeProvider time)
    {
        if (settings.NoticeKey is not { } key)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (SignedMessage.Read(http.Request.Headers) is not { } message)
            return Problems.Signature("signature-missing");
        return message.Fault(key, body, time.GetUtcNow()) is { } fault ? Problems.Signature(fault) : null;
    }
}
