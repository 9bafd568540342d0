namespace Enrollment.Functions.Tests.Support;

/// <summary>The network to the storage account, which a test can cut.</summary>
internal sealed class Cable
{
    public bool IsCut { get; set; }

    public DelegatingHandler Handler() => new End(this);

    private sealed class End(Cable cable) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            cable.IsCut ? throw new HttpRequestException("The cable is cut.") : base.SendAsync(request, cancellationToken);
    }
}
