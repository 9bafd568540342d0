using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Functions.Platform.PersonalData;

namespace Enrollment.Functions.Applications;

/// <summary>One entry of an application's history; written once, never changed.</summary>
internal static class EventRow
{
    public static TableEntity Of(ApplicationId id, int number, ApplicationEvent happened, StoredJson json)
    {
        var key = ApplicationStore.EventPrefix + number.ToString("D6", CultureInfo.InvariantCulture);
        return new TableEntity(id.Value, key)
        {
            ["Kind"] = happened.Kind.ToString(),
            ["At"] = happened.At,
            ["By"] = happened.By.ToString(),
            ["Department"] = happened.Department?.ToString(),
            ["Rules"] = string.Join(',', happened.Findings.Select(f => f.Rule)),
            ["Facts"] = happened.Findings.Count == 0 ? null : json.Write(happened.Findings, new CellAddress(ApplicationStore.Table, id.Value, key, "Facts")),
        };
    }
}
