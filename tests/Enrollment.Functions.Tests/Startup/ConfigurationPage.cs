using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.LocalHost;
using Enrollment.LocalHost.Http;
using Enrollment.LocalHost.Queues;
using Enrollment.LocalHost.Timers;
using Enrollment.Settings;

namespace Enrollment.Functions.Tests.Startup;

/// <summary>docs/configuration.md, written from the types that settings are read as.</summary>
internal static partial class ConfigurationPage
{
    /// <summary>Read by no options type: by name, by the Functions host, or by an SDK.</summary>
    public static readonly IReadOnlyDictionary<string, string> Others = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "Azure only: as whom the Functions host sends telemetry",
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "Azure only: where the Functions host and the service send telemetry",
        ["ASPNETCORE_URLS"] = "LocalHost only: the addresses it listens on; `http://localhost:5000` when not set. The container sets `http://+:8080`",
        ["AZURE_AUTHORITY_HOST"] = "the default of `Cloud__AuthorityHost`, read by Azure.Identity",
        ["AZURE_CLIENT_ID"] = "the default of `AzureWebJobsStorage__clientId`, read by Azure.Identity. So are `AZURE_TENANT_ID` and `AZURE_CLIENT_SECRET` (**secret**) or `AZURE_FEDERATED_TOKEN_FILE`, where there is no managed identity",
        ["AZURE_FUNCTIONS_ENVIRONMENT"] = "`Production` when not set. `Development` accepts invented identity numbers, the development issuer and an http `Placement__PublicBaseUrl`",
        ["AzureFunctionsJobHost__functionTimeout"] = "host.json: how long a function may run; `-1` for no bound",
        ["AzureFunctionsJobHost__telemetryMode"] = "Azure only: `OpenTelemetry` makes the Functions host send its telemetry so",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "an OpenTelemetry collector for traces, metrics and logs, read with the other `OTEL_…` settings by OpenTelemetry ([tracing.md](tracing.md)); nothing is exported when not set",
        ["AzureFunctionsWebHost__hostid"] = "whom a timer's lock is shared with; by default all hosts of the same assembly",
        ["AzureWebJobsStorage__clientId"] = "see above; the Functions host reads it too",
        ["AzureWebJobsStorage__credential"] = "Azure only: `managedidentity`, with `__clientId`, for a user-assigned identity; the Functions host's own wish",
    };

    public static string Text(IEnumerable<SettingsSection> sections)
    {
        var page = new StringBuilder(Head);
        foreach (var section in sections.Where(section => SettingProperties.Of(section.Type).Any()).DistinctBy(section => section.Type))
            Table(page, section.Type, PathOf(section), Activator.CreateInstance(section.Type)!);
        var host = HostSettings.From(LocalHostApplication.CreateBuilder([], typeof(ConfigurationPage)).Configuration, []);
        Table(page, typeof(LocalHostOptions), LocalHostOptions.Section, host.Local);
        page.Append("## host.json\n\nThe defaults are those of [host.json](../host.json); a variable overrides them on both hosts. The Functions host knows more.\n\n");
        Table(page, typeof(HttpSettings), HttpSettings.Path, host.Http);
        Table(page, typeof(QueueSettings), QueueSettings.Path, host.Queues);
        Table(page, typeof(SingletonSettings), SingletonSettings.Path, host.Singleton);
        page.Append("## Read by name\n\n| setting | meaning |\n| --- | --- |\n");
        foreach (var (name, meaning) in Others)
            page.Append(CultureInfo.InvariantCulture, $"| `{name}` | {meaning} |\n");
        return page.ToString();
    }

    private const string Head = """
        # Configuration

        Written from the types that read the settings, by `ConfigurationPageTests`: change those, run the test, move `docs/configuration.received.txt` over this page.

        Every setting is an environment variable (in Azure: an app setting); `__` separates levels, `0`, `1` … are places in a list. Times are `hh:mm:ss` or `d.hh:mm:ss`: `20` alone means twenty days. **A setting that is missing, wrong, or not known stops the start, and the service names all of them at once**, never their values. A change takes a restart.

        Secret ones come from a vault ([azure.md](azure.md#azd-up)) or a file only the service can read; `enroll secrets` makes some.


        """;

    private static void Table(StringBuilder page, Type type, string path, object defaults)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {SettingProperties.NameOf(path)}\n\n{Summaries.Of(type)}\n\n| setting | meaning | unit | default | secret |\n| --- | --- | --- | --- | --- |\n");
        foreach (var row in Rows(type, SettingProperties.NameOf(path), defaults))
            page.Append(row).Append('\n');
        page.Append('\n');
    }

    private static IEnumerable<string> Rows(Type type, string path, object defaults)
    {
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
        {
            var about = property.GetCustomAttribute<SettingAttribute>() ?? new SettingAttribute();
            var name = about.IsSection ? path : $"{path}__{SettingProperties.KeyOf(property)}";
            var entry = SettingProperties.EntryOf(property.PropertyType);
            if (SettingProperties.IsGroup(entry ?? property.PropertyType))
            {
                foreach (var row in Rows(entry ?? property.PropertyType, entry is null ? name : $"{name}__0", Activator.CreateInstance(entry ?? property.PropertyType)!))
                    yield return row;
                continue;
            }

            var shown = entry is null ? name : $"{name}__0";
            if (property.PropertyType.IsAssignableTo(typeof(System.Collections.IDictionary)))
                shown = $"{name}__{{Name}}";
            yield return $"| `{shown}`{(entry is null ? "" : " …")} | {Summaries.Of(property)} | {Unit(property, entry ?? property.PropertyType, about)} "
                + $"| {Default(property, about, defaults)} | {(about.Secret ? "**secret**" : "")} |";
        }
    }

    private static string PathOf(SettingsSection section) => section.Type == typeof(DepartmentOptions) ? $"{DepartmentOptions.Section}:{{Name}}" : section.Path;

    private static string Unit(PropertyInfo property, Type declared, SettingAttribute about)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var unit = about.Unit ?? UnitOf(type, property);
        return property.GetCustomAttribute<RangeAttribute>() is { } range && !Equals(range.Maximum, int.MaxValue)
            ? FormattableString.Invariant($"{unit}, {range.Minimum} to {range.Maximum}")
            : unit;
    }

    private static string UnitOf(Type type, PropertyInfo property)
    {
        if (property.GetCustomAttribute<Base64BytesAttribute>() is { } bytes)
            return FormattableString.Invariant($"base64 of {bytes.Minimum} bytes or more");
        if (property.GetCustomAttribute<RegularExpressionAttribute>() is { } expression)
            return $"`{expression.Pattern}`";
        if (type == typeof(TimeSpan))
            return "time";
        if (type == typeof(Uri))
            return "address";
        if (type.IsEnum)
            return string.Join(" or ", Enum.GetNames(type));
        return type == typeof(int) ? "number" : "text";
    }

    private static string Default(PropertyInfo property, SettingAttribute about, object defaults)
    {
        if (about.DefaultText is { } text)
            return text;
        var value = about.DefaultMember is { } member
            ? property.DeclaringType!.GetField(member, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)
            : property.GetValue(defaults);
        var words = value switch
        {
            string single => single,
            Uri address => address.OriginalString,
            System.Collections.IEnumerable list => string.Join(", ", list.Cast<object>().Select(Word)),
            null => "",
            _ => Word(value),
        };
        if (words.Length > 0)
            return $"`{words}`";
        return property.GetCustomAttributes<ValidationAttribute>().Any(rule => !rule.IsValid(value)) ? "**required**" : "none";
    }

    private static string Word(object value) => value is TimeSpan time
        ? Zeros().Replace(time.ToString("c", CultureInfo.InvariantCulture), "")
        : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    [GeneratedRegex(@"(?<=\.\d+?)0+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Zeros();
}
