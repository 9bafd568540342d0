using System.ComponentModel;
using Microsoft.Extensions.Configuration;

namespace Enrollment.Settings;

/// <summary>What of a section can be read as the type asks, and what cannot. The stock binder stops at the first.</summary>
internal sealed class SectionReading
{
    private readonly Dictionary<string, string?> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SettingFault> _faults = [];
    private readonly bool _allowsOthers;

    private SectionReading(bool allowsOthers) => _allowsOthers = allowsOthers;

    public IReadOnlyList<SettingFault> Faults => _faults;

    public static SectionReading Of(IConfigurationSection section, Type type, bool allowsOthers)
    {
        var reading = new SectionReading(allowsOthers);
        reading.ReadGroup(section, type, "");
        return reading;
    }

    /// <summary>Reads a section at once and notes what is wrong with it.</summary>
    public static T Read<T>(IConfigurationSection section, ICollection<SettingFault> faults, bool allowsOthers, Action<T>? complete = null) where T : class, new()
    {
        var reading = Of(section, typeof(T), allowsOthers);
        var options = new T();
        reading.BindTo(options);
        complete?.Invoke(options);
        foreach (var fault in reading._faults.Concat(SettingRules.FaultsOf(options, section.Path, reading._faults.Select(fault => fault.Name))))
            faults.Add(fault);
        return options;
    }

    public void BindTo(object options) => new ConfigurationBuilder().AddInMemoryCollection(_values).Build().Bind(options);

    private void ReadGroup(IConfigurationSection section, Type type, string prefix)
    {
        foreach (var child in section.GetChildren())
        {
            if (SettingProperties.Find(type, child.Key) is { } property)
                Read(child, property.PropertyType, prefix + child.Key);
            else if (!_allowsOthers)
                Fault(child, "there is no such setting");
        }
    }

    private void Read(IConfigurationSection section, Type type, string key)
    {
        if (SettingProperties.EntryOf(type) is { } entry)
        {
            foreach (var child in section.GetChildren())
                Read(child, entry, $"{key}:{child.Key}");
        }
        else if (SettingProperties.IsValue(type))
        {
            ReadValue(section, type, key);
        }
        else if (SettingProperties.IsGroup(type))
        {
            ReadGroup(section, type, $"{key}:");
        }
        else
        {
            foreach (var child in section.GetChildren())
                _values[$"{key}:{child.Key}"] = child.Value;
        }
    }

    private void ReadValue(IConfigurationSection section, Type type, string key)
    {
        if (section.Value is not { } text)
            return;
        if (Converts(text, type))
            _values[key] = text;
        else
            Fault(section, $"is not {Named(type)}");
    }

    private void Fault(IConfigurationSection section, string text) => _faults.Add(new SettingFault(SettingProperties.NameOf(section.Path), text));

    private static bool Converts(string text, Type type)
    {
        try
        {
            _ = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
            return true;
        }
        // Each converter throws its own kind.
        catch (Exception)
        {
            return false;
        }
    }

    private static string Named(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value == typeof(TimeSpan))
            return "a time like 00:00:30 or 1.12:00:00";
        if (value == typeof(Uri))
            return "an address";
        if (value == typeof(bool))
            return "true or false";
        return value.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(value))}" : "a number of the right kind";
    }
}
