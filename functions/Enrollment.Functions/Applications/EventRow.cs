using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Domain.Verification.Rules;
using Enrollment.Functions.Platform.PersonalData;

namespace Enrollment.Functions.Applications;

/// <summary>One entry of an application's history; written once, never changed.</summary>
internal static class EventRow
{
    private const string Facts = "Facts";
    private const string Act = "Act";

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
            [Facts] = happened.Findings.Count == 0 ? null : json.Write(happened.Findings, Cell(id.Value, key, Facts)),
            [Act] = happened.Act is null ? null : json.Write(happened.Act, Cell(id.Value, key, Act)),
        };
    }

    public static ApplicationEvent Read(TableEntity row, StoredJson json) => new(Enum.Parse<ApplicationEventKind>(row.GetString("Kind")),
        row.GetDateTimeOffset("At")!.Value, Enum.Parse<Actor>(row.GetString("By")),
        row.GetString("Department") is { } department ? Enum.Parse<Department>(department) : null,
        row.GetString(Facts) is { } facts ? json.Read<List<RuleFinding>>(facts, Cell(row.PartitionKey, row.RowKey, Facts)) : [])
    {
        Act = row.GetString(Act) is { } act ? json.Read<StaffAct>(act, Cell(row.PartitionKey, row.RowKey, Act)) : null,
    };

    private static CellAddress Cell(string partition, string key, string column) => new(ApplicationStore.Table, partition, key, column);
}
