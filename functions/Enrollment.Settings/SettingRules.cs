using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Enrollment.Settings;

/// <summary>All faults of an options object. The stock validator does not ask the object itself once an attribute has failed, nor looks into lists.</summary>
internal static class SettingRules
{
    private const string Missing = "is missing";

    /// <param name="options">What was read.</param>
    /// <param name="path">Its section.</param>
    /// <param name="known">Settings whose fault is named already.</param>
    public static IReadOnlyList<SettingFault> FaultsOf(object options, string path, IEnumerable<string> known)
    {
        var faulty = known.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var faults = new List<SettingFault>();
        foreach (var property in SettingProperties.Of(options.GetType()))
            faults.AddRange(FaultsOf(property, property.GetValue(options), SettingProperties.NameOf($"{path}:{SettingProperties.KeyOf(property)}"), faulty));
        faulty.UnionWith(faults.Select(fault => fault.Name));
        if (options is IValidatableObject whole)
            faults.AddRange(whole.Validate(new ValidationContext(options)).SelectMany(result => FaultsOf(result, options.GetType(), path, faulty)));
        return faults;
    }

    private static IEnumerable<SettingFault> FaultsOf(PropertyInfo property, object? value, string name, HashSet<string> faulty)
    {
        if (faulty.Contains(name))
            return [];
        var broken = property.GetCustomAttributes<ValidationAttribute>().OrderBy(rule => rule is not RequiredAttribute)
            .FirstOrDefault(rule => !rule.IsValid(value));
        if (broken is not null)
            return [new SettingFault(name, value is null or "" ? Missing : TextOf(broken))];
        if (value is null)
            return [];
        if (SettingProperties.IsGroup(property.PropertyType))
            return FaultsOf(value, name, faulty);
        return SettingProperties.EntryOf(property.PropertyType) is { } entry && SettingProperties.IsGroup(entry)
            ? ((IEnumerable)value).Cast<object>().SelectMany((item, place) => FaultsOf(item, $"{name}__{place}", faulty))
            : [];
    }

    // A rule between two settings says nothing new about one that is missing.
    private static IEnumerable<SettingFault> FaultsOf(ValidationResult result, Type type, string path, HashSet<string> faulty)
    {
        var names = result.MemberNames
            .Select(member => SettingProperties.NameOf($"{path}:{(type.GetProperty(member) is { } property ? SettingProperties.KeyOf(property) : member)}")).ToList();
        if (names.Any(name => faulty.Any(fault => fault.Equals(name, StringComparison.OrdinalIgnoreCase) || fault.StartsWith($"{name}__", StringComparison.OrdinalIgnoreCase))))
            return [];
        return [new SettingFault(names.FirstOrDefault() ?? SettingProperties.NameOf(path), result.ErrorMessage ?? "is not valid")];
    }

    private static string TextOf(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => Missing,
        MinLengthAttribute => "has no entry",
        RangeAttribute range => FormattableString.Invariant($"is not between {range.Minimum} and {range.Maximum}"),
        RegularExpressionAttribute expression => $"does not match {expression.Pattern}",
        _ => rule.FormatErrorMessage("").Trim(),
    };
}
