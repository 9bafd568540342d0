using Microsoft.Extensions.Hosting;

namespace Enrollment.Settings;

/// <summary>
/// The first hosted service of all, so that it is made first: a host makes them before it asks its startup validators, and one that reads
/// a wrong setting in its constructor would hide all other faults.
/// </summary>
internal sealed class SettingsFirst : IHostedService
{
    public SettingsFirst(StartupSettings settings) => settings.Validate();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
