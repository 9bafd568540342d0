using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Enrollment.Settings;

/// <summary>Stops the start with the faults of all settings at once: who mends one and starts again should not meet the next.</summary>
internal sealed class StartupSettings(IServiceProvider services) : IStartupValidator
{
    public void Validate()
    {
        var faults = services.GetServices<SettingsSection>().SelectMany(section => section.Faults(services))
            .Concat(services.GetServices<SettingFault>().Select(fault => fault.ToString()))
            .Concat(services.GetServices<IStartupValidator>().Where(other => other != this).SelectMany(FaultsOf))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (faults.Count > 0)
            throw new SettingsException(faults);
    }

    private static IEnumerable<string> FaultsOf(IStartupValidator other)
    {
        try
        {
            other.Validate();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return e.Failures;
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            return e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures);
        }
    }

    /// <summary>Options nobody asks for.</summary>
    internal sealed class Nothing;
}
