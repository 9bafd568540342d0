using System.Collections.Concurrent;
using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Domain.Draws;
using Enrollment.Domain.Verification.Policies;
using Enrollment.Functions.Platform.Storage;
using Microsoft.Extensions.Hosting;

namespace Enrollment.Functions.Verification;

/// <summary>
/// The policies that decided applications, by their digests: from the first application planned by it a policy is immutable, and a file that
/// was changed since keeps the service from starting. An amendment is a new version.
/// </summary>
internal sealed class PolicyVersions(StorageClients storage, Policies policies, TimeProvider clock) : IHostedService
{
    public const string Table = "PolicyVersions";

    private const string DigestColumn = "Digest";

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);
    private readonly ConcurrentDictionary<string, Digest> _sealed = new(StringComparer.Ordinal);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
            Compare(row.RowKey, row.GetString(DigestColumn), policies.Find(row.RowKey)?.Digest);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Seals the policy before the first decision by it; one write in the life of a policy, and one read in that of a process.</summary>
    /// <returns>The policy.</returns>
    /// <exception cref="InvalidDataException">Another process sealed another content under this id.</exception>
    public async Task<Policy> SealAsync(string id, CancellationToken cancellationToken)
    {
        var policy = policies.Of(id);
        if (_sealed.ContainsKey(policy.Id))
            return policy;
        var year = policy.IntakeYear.ToString(CultureInfo.InvariantCulture);
        var row = new TableEntity(year, policy.Id) { [DigestColumn] = policy.Digest.ToString(), ["SealedAt"] = clock.GetUtcNow() };
        if (!await _table.TryInsertAsync(row, cancellationToken))
        {
            var held = await _table.GetEntityAsync<TableEntity>(year, policy.Id, cancellationToken: cancellationToken);
            Compare(policy.Id, held.Value.GetString(DigestColumn), policy.Digest);
        }
        _sealed[policy.Id] = policy.Digest;
        return policy;
    }

    private static void Compare(string id, string held, Digest? read)
    {
        if (read is null)
            throw new InvalidDataException($"Policy {id} decided applications, and its file is gone. Put it back as it was (digest {held}).");
        if (read.ToString() != held)
        {
            throw new InvalidDataException($"Policy {id} decided applications with digest {held}, and its file now has {read}. "
                + "Put it back as it was, and publish the change under the next version number.");
        }
    }
}
