using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Enrollment.Domain.Applications;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Correcting;
using Enrollment.Functions.Notices;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Verification.Callbacks;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Verification.Recovery;

/// <summary>
/// A poison message is never the end: it is recorded for good (the queue would forget it after seven days) and driven again while
/// its step is still due. Most are innocent: five crashes of the host poison whatever was in flight.
/// </summary>
internal sealed class DeadLetters(StorageClients storage, ApplicationStore applications, CallbackInbox inbox, WorkQueues queues, ILogger<DeadLetters> logger)
{
    public const string Table = "DeadLetters";

    // Enough for crashes; a message that kills its host each time is left to the sweep and to people.
    private const int RedrivesAtMost = 5;
    private const int KeptCharacters = 4096;

    private readonly TableClient _table = storage.Tables.GetTableClient(Table);

    public async Task CollectAsync(string queue, string body, CancellationToken cancellationToken)
    {
        // Recorded before it is judged: a case that cannot be read must not take its dead letter with it.
        var times = await RecordAsync(queue, body, DeadLetterVerdict.Received, cancellationToken);
        var verdict = await JudgeAsync(queue, body, cancellationToken);
        await NoteAsync(queue, body, verdict, cancellationToken);
        if (verdict is DeadLetterVerdict.StillDue && times <= RedrivesAtMost)
            await queues.SendAsync(queue, JsonSerializer.Deserialize<JsonElement>(body), cancellationToken);
    }

    private async Task<DeadLetterVerdict> JudgeAsync(string queue, string body, CancellationToken cancellationToken)
    {
        if (!TryRead(body, out var message) || !ApplicationId.TryParse(message!.ApplicationId, out var id))
            return DeadLetterVerdict.Unreadable;
        if (await applications.FindAsync(id!, cancellationToken) is not { Application: var application })
            return DeadLetterVerdict.NoSuchApplication;
        var isDue = queue switch
        {
            VerificationQueues.Plan => application.Status is ApplicationStatus.Submitted,
            EvidenceQueues.Scans => application.ScansDueAt is not null,
            NoticeQueues.Notices => application.NoticesDueAt is not null,
            VerificationQueues.Callbacks => await inbox.IsWaitingAsync(id!, message.CallbackKey, cancellationToken),
            _ => application.IsBeingVerified && Enum.GetValues<Department>().Any(d => VerificationQueues.Of(d) == queue && application.CheckOf(d) is { AwaitsAnswer: true }),
        };
        return isDue ? DeadLetterVerdict.StillDue : DeadLetterVerdict.DoneAlready;
    }

    private static bool TryRead(string body, out DeadMessage? message)
    {
        try
        {
            message = JsonSerializer.Deserialize<DeadMessage>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            message = null;
        }
        return message is not null;
    }

    private static string KeyOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    /// <summary>Keeps it for good; how often it came by now.</summary>
    public async Task<int> RecordAsync(string queue, string body, DeadLetterVerdict verdict, CancellationToken cancellationToken)
    {
        for (; ; )
        {
            var known = await _table.GetEntityIfExistsAsync<TableEntity>(queue, KeyOf(body), cancellationToken: cancellationToken);
            var times = known.HasValue ? known.Value!.GetInt32("Times")!.Value + 1 : 1;
            var row = new TableEntity(queue, KeyOf(body))
            {
                ["Times"] = times,
                ["Verdict"] = verdict.ToString(),
                ["Body"] = body.Length <= KeptCharacters ? body : body[..KeptCharacters],
            };
            if (known.HasValue ? await _table.TryReplaceAsync(row, known.Value!.ETag, cancellationToken) : await _table.TryInsertAsync(row, cancellationToken))
            {
                Measures.DeadLetters.Add(1, Measures.OfQueue(queue));
                return times;
            }
        }
    }

    /// <summary>What the recorded one turned out to be.</summary>
    public async Task NoteAsync(string queue, string body, DeadLetterVerdict verdict, CancellationToken cancellationToken)
    {
        var row = (await _table.GetEntityAsync<TableEntity>(queue, KeyOf(body), cancellationToken: cancellationToken)).Value;
        row["Verdict"] = verdict.ToString();
        logger.LogError("Dead letter from {Queue}: {Verdict}, for the {Times}. time", queue, verdict, row.GetInt32("Times"));
        await _table.TryReplaceAsync(row, row.ETag, cancellationToken);
    }

    private sealed record DeadMessage(string? ApplicationId, string? CallbackKey);
}

/// <summary>What a dead letter turned out to be.</summary>
internal enum DeadLetterVerdict
{
    /// <summary>Recorded, not judged: the application could not be read.</summary>
    Received,
    /// <summary>Its step still waits; it is sent again.</summary>
    StillDue,
    /// <summary>The step was done by another message.</summary>
    DoneAlready,
    /// <summary>It names no application.</summary>
    NoSuchApplication,
    /// <summary>It is not one of our messages; parked.</summary>
    Unreadable,
}
