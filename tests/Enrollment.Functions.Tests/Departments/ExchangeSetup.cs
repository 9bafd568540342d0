using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.Departments;

/// <summary>The departments as the app registers them, pointed at fakes.</summary>
internal sealed class ExchangeSetup : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(10);
    public static readonly string RequestKey = KeyOf(0x10);

    private readonly ServiceProvider _provider;

    public ExchangeSetup(string address, Action<Dictionary<string, string?>>? settings = null, Action<IServiceCollection>? services = null)
    {
        var values = Settings(address);
        settings?.Invoke(values);
        var collection = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock);
        services?.Invoke(collection);
        collection.AddDepartments(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        _provider = collection.BuildServiceProvider(validateScopes: true);
    }

    public PauseSkippingClock Clock { get; } = new(Start, AttemptTimeout, TotalTimeout);

    public DepartmentExchanges Exchanges => _provider.GetRequiredService<DepartmentExchanges>();

    public static string KeyOf(byte value) => $"whsec_{Convert.ToBase64String(Enumerable.Repeat(value, 32).ToArray())}";

    public static Dictionary<string, string?> Settings(string address) => Enum.GetNames<Department>()
        .SelectMany(name => new[]
        {
            ($"Departments:{name}:BaseAddress", address),
            ($"Departments:{name}:RequestKey", RequestKey),
            ($"Departments:{name}:CallbackKeys:0", KeyOf(0x20)),
        })
        .ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2, StringComparer.Ordinal);

    public Task<AskResult> AskAsync(Department department = Department.Police, CancellationToken cancellationToken = default) =>
        Exchanges.For(department).AskAsync(Queries.Create(department), cancellationToken);

    public void Dispose() => _provider.Dispose();
}
