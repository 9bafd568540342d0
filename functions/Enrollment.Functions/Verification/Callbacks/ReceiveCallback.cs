using Enrollment.Domain;
using Enrollment.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Verification.Callbacks;

/// <summary>A department calls back. Acknowledged only once it is durable and queued; a repeat is acknowledged again and changes nothing.</summary>
internal sealed class ReceiveCallback(CallbackReader reader, CallbackIntake intake)
{
    [Function(nameof(ReceiveCallback))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "callbacks/{department}")] HttpRequest request, string department, CancellationToken cancellationToken) =>
        StorageOutage.AnswerAsync(request, () => ReceiveAsync(request, department, cancellationToken));

    private async Task<IResult> ReceiveAsync(HttpRequest request, string department, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(request, department, cancellationToken);
        if (read is not CallbackRead.Genuine callback)
            return Problems.Of(request, ((CallbackRead.Refused)read).Code);
        return await intake.TakeAsync(callback, cancellationToken) is Intake.Unknown ? Problems.Of(request, FaultCode.CallbackUnknown) : Results.Accepted();
    }
}
