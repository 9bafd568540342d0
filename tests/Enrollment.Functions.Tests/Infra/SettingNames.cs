using System.Reflection;
using System.Text.RegularExpressions;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications.Correcting;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Notices;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Telemetry;
using Enrollment.Functions.Verification;
using Enrollment.Settings;

namespace Enrollment.Functions.Tests.Infra;

/// <summary>Every name that somebody reads a setting by; # stands for a place in a list.</summary>
internal static partial class SettingNames
{
    /// <summary>Read by the Functions host or an SDK, not by us.</summary>
    public static readonly IReadOnlyList<string> OfThePlatform =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "AZURE_CLIENT_ID",
        "AzureFunctionsJobHost__telemetryMode",
        "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__credential",
    ];

    private static readonly IReadOnlyList<(string Name, bool IsSecret)> OfOptions =
    [
        .. Of(typeof(CallerOptions), CallerOptions.Section),
        .. Of(typeof(PersonalDataOptions), PersonalDataOptions.Section),
        .. Of(typeof(VerificationOptions), VerificationOptions.Section),
        .. Of(typeof(TelemetryOptions), TelemetryOptions.Section),
        .. Of(typeof(PolicyOptions), PolicyOptions.Section),
        .. Of(typeof(PublicationOptions), PublicationOptions.Section),
        .. Of(typeof(EvidenceOptions), EvidenceOptions.Section),
        .. Of(typeof(NoticeOptions), NoticeOptions.Section),
        .. Enum.GetNames<Department>().SelectMany(department => Of(typeof(DepartmentOptions), $"{DepartmentOptions.Section}__{department}")),
    ];

    public static IReadOnlySet<string> OfTheCode { get; } = new HashSet<string>(
    [
        "AZURE_FUNCTIONS_ENVIRONMENT",
        "AzureWebJobsStorage__blobServiceUri",
        "AzureWebJobsStorage__queueServiceUri",
        "AzureWebJobsStorage__tableServiceUri",
        .. OfOptions.Select(option => option.Name),
    ], StringComparer.Ordinal);

    /// <summary>Those that docs/configuration.md calls secret.</summary>
    public static IReadOnlySet<string> Secrets { get; } =
        OfOptions.Where(option => option.IsSecret).Select(option => option.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The name with places in lists taken out.</summary>
    public static string General(string name) => Place().Replace(name, "__#");

    private static IEnumerable<(string Name, bool IsSecret)> Of(Type options, string prefix) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)
            .SelectMany(property => OfValue(property.PropertyType, $"{prefix}__{property.Name}", property.GetCustomAttribute<SettingAttribute>()?.Secret is true));

    private static IEnumerable<(string Name, bool IsSecret)> OfValue(Type type, string name, bool isSecret)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return OfValue(type.GetGenericArguments()[0], $"{name}__#", isSecret);
        return type.Assembly == typeof(DepartmentOptions).Assembly ? Of(type, name) : [(name, isSecret)];
    }

    [GeneratedRegex("__[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
