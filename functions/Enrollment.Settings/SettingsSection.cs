using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Enrollment.Settings;

/// <summary>A section of the configuration and the type it is read as.</summary>
public abstract class SettingsSection(string path, Type type)
{
    /// <summary>With colons, as configuration has it.</summary>
    public string Path { get; } = path;

    public Type Type { get; } = type;

    internal abstract IEnumerable<string> Faults(IServiceProvider services);
}

internal sealed class SettingsSection<T>(IConfigurationSection section, string name, bool allowsOthers) : SettingsSection(section.Path, typeof(T)), IValidateOptions<T>
    where T : class
{
    public SectionReading Read() => SectionReading.Of(section, typeof(T), allowsOthers);

    public ValidateOptionsResult Validate(string? optionsName, T options)
    {
        if (optionsName != name)
            return ValidateOptionsResult.Skip;
        var unreadable = Read().Faults;
        var faults = unreadable.Concat(SettingRules.FaultsOf(options, section.Path, unreadable.Select(fault => fault.Name))).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.Select(fault => fault.ToString()));
    }

    internal override IEnumerable<string> Faults(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IOptionsMonitor<T>>().Get(name);
            return [];
        }
        catch (OptionsValidationException e)
        {
            return e.Failures;
        }
    }
}
