using System.Collections.Frozen;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Platform.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;

namespace Enrollment.Functions.Departments;

/// <summary>The four departments, each behind its own pipeline: what one of them suffers, no other feels.</summary>
internal sealed class DepartmentExchanges(
    IOptionsMonitor<DepartmentOptions> options, IHttpClientFactory clients, TimeProvider clock, ILogger<DepartmentCall> logger)
{
    private readonly FrozenDictionary<Department, DepartmentExchange> _exchanges = Enum.GetValues<Department>().ToFrozenDictionary(
        department => department,
        department => new DepartmentExchange(department, options.Get(department.ToString()), clients, clock, logger));

    private readonly FrozenDictionary<Department, IReadOnlyList<WebhookKey>> _callbackKeys = Enum.GetValues<Department>().ToFrozenDictionary(
        department => department,
        IReadOnlyList<WebhookKey> (department) => [.. options.Get(department.ToString()).CallbackKeys.Select(WebhookKey.Parse)]);

    public DepartmentExchange For(Department department) => _exchanges[department];

    public CircuitState CircuitOf(Department department) => For(department).Circuit;

    /// <summary>The keys by which this department, and no other, may sign a callback.</summary>
    public IReadOnlyList<WebhookKey> CallbackKeysOf(Department department) => _callbackKeys[department];
}
