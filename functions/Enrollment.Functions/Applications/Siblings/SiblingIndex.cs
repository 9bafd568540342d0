using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Applications.Siblings;
using Enrollment.Functions.Platform.PersonalData;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Applications.Siblings;

/// <summary>
/// The live applications of one household: a partition for each household and year, under a keyed hash, and a row for each application.
/// A row only says "look": whose sibling it is, is read from the applications themselves, so one withdrawn or corrected since drops out.
/// </summary>
internal sealed class SiblingIndex(StorageClients storage, BlindIndex index, ApplicationStore applications)
{
    public const string Table = "Siblings";

    // What two applications of one household must have in common to be of a multiple birth; says nothing by itself.
    private const string BirthMark = "BirthMark";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    /// <summary>Enters an application under its household, once; does nothing while the register has not named one.</summary>
    public async Task LinkAsync(Application application, CancellationToken cancellationToken)
    {
        if (HouseholdEntry.Of(application) is not { } entry)
            return;
        var household = KeyOf(entry);
        await _table.TryInsertAsync(new TableEntity(household, entry.Application.Value)
        {
            [BirthMark] = index.Of("birth", $"{household}|{entry.BirthDate.ToString("O", CultureInfo.InvariantCulture)}"),
        }, cancellationToken);
    }

    /// <summary>The household's other applications, live or withdrawn, by number; an application that was not entered yet is entered now.</summary>
    public async Task<IReadOnlyList<HouseholdSibling>> OfAsync(Application application, CancellationToken cancellationToken)
    {
        if (HouseholdEntry.Of(application) is not { } entry)
            return [];
        var numbers = await NumbersAsync(KeyOf(entry), cancellationToken);
        if (!numbers.Contains(entry.Application))
            await LinkAsync(application, cancellationToken);
        var others = await Task.WhenAll(numbers.Where(number => number != entry.Application).Select(number => applications.FindAsync(number, cancellationToken)));
        return
        [
            .. others.OfType<StoredApplication>()
                .Select(other => (Stored: other, Entry: HouseholdEntry.Of(other.Application)))
                .Where(other => other.Entry is not null && entry.KinOf(other.Entry) is not null)
                .Select(other => new HouseholdSibling(other.Stored, other.Entry!, entry.KinOf(other.Entry!)!.Value))
                .OrderBy(other => other.Entry.Application.Value, StringComparer.Ordinal),
        ];
    }

    private async Task<IReadOnlyList<ApplicationId>> NumbersAsync(string household, CancellationToken cancellationToken)
    {
        var numbers = new List<ApplicationId>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {household}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellationToken))
            numbers.Add(ApplicationId.Parse(row.RowKey));
        return numbers;
    }

    private string KeyOf(HouseholdEntry entry) => index.Of("household", string.Create(CultureInfo.InvariantCulture, $"{entry.HouseholdNo}|{entry.IntakeYear}"));
}

/// <summary>Another application of the household. Who may learn of it is for the caller of the index to say.</summary>
internal sealed record HouseholdSibling(StoredApplication Stored, HouseholdEntry Entry, SiblingKind Kind)
{
    public bool IsLive => HouseholdEntry.IsLive(Stored.Application.Status);

    public override string ToString() => $"HouseholdSibling {{ {Stored.Application.Id}, {Kind} }}";
}
