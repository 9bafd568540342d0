namespace Enrollment.LocalHost.Http;

internal sealed record HttpSettings
{
    public const int Unlimited = -1;

    public string RoutePrefix { get; init; } = "api";

    public int MaxOutstandingRequests { get; init; } = Unlimited;

    public int MaxConcurrentRequests { get; init; } = Unlimited;

    public Dictionary<string, string> CustomHeaders { get; init; } = new(StringComparer.OrdinalIgnoreCase);
}
