using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Enrollment.Settings;

/// <summary>The settings that an options type declares.</summary>
public static class SettingProperties
{
    public static IEnumerable<PropertyInfo> Of(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is { IsPublic: true } && property.GetCustomAttribute<SettingAttribute>() is not { IsSection: true });

    public static string KeyOf(PropertyInfo property) => property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name;

    /// <summary>The type of a list's entries; null when the type is no list.</summary>
    public static Type? EntryOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>Whether settings lie below this type, as opposed to a value or free words.</summary>
    public static bool IsGroup(Type type) =>
        EntryOf(type) is null && !typeof(System.Collections.IDictionary).IsAssignableFrom(type) && !IsValue(type);

    /// <summary>The name as an environment variable has it.</summary>
    public static string NameOf(string path) => path.Replace(":", "__", StringComparison.Ordinal);

    internal static bool IsValue(Type type) => TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string));

    internal static PropertyInfo? Find(Type type, string key) =>
        Of(type).FirstOrDefault(property => string.Equals(KeyOf(property), key, StringComparison.OrdinalIgnoreCase));
}
