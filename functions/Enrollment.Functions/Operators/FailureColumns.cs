using Azure.Data.Tables;

namespace Enrollment.Functions.Operators;

/// <summary>A step's failure as columns of a row.</summary>
internal static class FailureColumns
{
    private const string Exception = "FailureException", Detail = "FailureDetail", Where = "FailureWhere", At = "FailureAt";

    public static void Write(TableEntity row, StepFailure failure) =>
        (row[Exception], row[Detail], row[Where], row[At]) = (failure.Exception, failure.Detail, failure.Where, failure.At);

    public static StepFailure? Read(TableEntity row) =>
        row.GetString(Exception) is { } exception ? new StepFailure(exception, row.GetString(Detail), row.GetString(Where), row.GetDateTimeOffset(At)!.Value) : null;
}
