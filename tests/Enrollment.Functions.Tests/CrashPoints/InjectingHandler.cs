namespace Enrollment.Functions.Tests.CrashPoints;

internal sealed class InjectingHandler(CallSites sites, CallbackDesk? desk) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (desk is not null)
            await desk.NoteAsync(request);
        return await sites.PassAsync(request, () => base.SendAsync(request, cancellationToken));
    }
}
