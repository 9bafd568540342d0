using System.Globalization;

namespace Enrollment.Functions.Platform.Storage;

/// <summary>A promise to look at a subject at a time, armed before the change that needs it is committed (docs/adr/0002).</summary>
/// <param name="Subject">What to look at; no hyphen in it.</param>
/// <param name="DueAt">When.</param>
/// <param name="Intent">Names the commit that this row was armed for.</param>
internal sealed record DueRow(string Subject, DateTimeOffset DueAt, string Intent)
{
    public const int Buckets = 16;

    public string PartitionKey => BucketOf(Subject);

    public string RowKey => $"{Prefix(DueAt)}-{Subject}-{Intent}";

    public static DueRow Parse(string rowKey)
    {
        var parts = rowKey.Split('-');
        return new DueRow(parts[1], new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero), parts[2]);
    }

    public static string Prefix(DateTimeOffset dueAt) => dueAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    public static string Bucket(int number) => number.ToString("D2", CultureInfo.InvariantCulture);

    // Subjects are random already; summing spreads an alphabet that has no multiple of sixteen letters.
    private static string BucketOf(string subject) => Bucket(subject.Sum(c => c) % Buckets);
}
