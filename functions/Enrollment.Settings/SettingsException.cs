using Microsoft.Extensions.Options;

namespace Enrollment.Settings;

/// <summary>The service does not start.</summary>
public sealed class SettingsException(IReadOnlyCollection<string> faults) : OptionsValidationException("settings", typeof(SettingsException), faults)
{
    public override string Message =>
        $"{(Failures.Count() == 1 ? "1 fault" : $"{Failures.Count()} faults")} in the settings (docs/configuration.md); the service does not start.{string.Concat(Failures.Select(fault => $"\n  {fault}"))}";
}
