using System.Collections.Concurrent;
using System.Text;
using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Departments.Files;
using Enrollment.Functions.Verification.Callbacks;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Verification.Files;

/// <summary>Takes the rows of a file of answers as callbacks are taken: into the inbox, each once.</summary>
internal sealed class AnswerFile(DepartmentFiles files, DepartmentExchanges departments, CallbackIntake intake, ILogger<AnswerFile> logger)
{
    private const int AtOnce = 8;
    private const int LargestFile = 32 * 1024 * 1024;

    // What 20,000 bytes become when they are sealed.
    private const int LongestCell = ((DepartmentAnswers.MaxBytes + 12 + 16) * 4 / 3) + 4;

    /// <summary>Null when the file was written anew meanwhile, which makes it another.</summary>
    /// <exception cref="AggregateException">Some rows could not be taken; the others were.</exception>
    public async Task<AnswerReceipt?> TakeAsync(Department department, SeenFile file, CancellationToken cancellationToken)
    {
        if (file.Bytes > LargestFile)
            return Refused(department, FileFault.TooLarge);
        if (await files.ReadAsync(DepartmentFiles.Answers, department, file, cancellationToken) is not { } bytes)
            return null;
        return SealedFile.Read(SealedCell.Answer, bytes) switch
        {
            FileReading.Whole whole => await TakeAsync(department, whole.Rows, cancellationToken),
            FileReading.Incomplete => Refused(department, FileFault.Incomplete),
            _ => Refused(department, FileFault.Corrupt),
        };
    }

    private async Task<AnswerReceipt> TakeAsync(Department department, IReadOnlyList<SealedRow> rows, CancellationToken cancellationToken)
    {
        var (taken, failures) = (new ConcurrentBag<(SealedRow Row, RowOutcome Outcome)>(), new ConcurrentBag<Exception>());
        // Rows on one question one after the other: of two answers the first counts.
        foreach (var questions in rows.GroupBy(row => row.RequestId ?? "", StringComparer.Ordinal).Chunk(AtOnce))
        {
            await Task.WhenAll(questions.Select(async question =>
            {
                foreach (var row in question)
                    await TakeOrNoteAsync(row);
            }));
        }
        if (!failures.IsEmpty)
            throw new AggregateException("Some rows could not be taken; the file is read again.", failures);
        var receipt = new AnswerReceipt(FileFault.None, [.. taken.OrderBy(row => row.Row.Line)]);
        logger.LogInformation("{Department} answered by file: {Rows} rows, {Taken} taken, {Repeated} repeated", department, rows.Count,
            receipt.Count(RowOutcome.Taken), receipt.Count(RowOutcome.Repeated));
        return receipt;

        // One application that cannot be read must not keep the others waiting; it is reported with the rest.
        async Task TakeOrNoteAsync(SealedRow row)
        {
            try
            {
                taken.Add((row, await TakeAsync(department, row, cancellationToken)));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures.Add(e);
            }
        }
    }

    private async Task<RowOutcome> TakeAsync(Department department, SealedRow row, CancellationToken cancellationToken)
    {
        if (row.RequestId is not { } requestId)
            return RowOutcome.Malformed;
        if (row.Cell.Length > LongestCell)
            return RowOutcome.TooLarge;
        if (SealedCell.Open(departments.CallbackKeysOf(department), SealedCell.Answer, requestId, row.Cell) is not { } body)
            return RowOutcome.NotSealed;
        if (body.Length > DepartmentAnswers.MaxBytes)
            return RowOutcome.TooLarge;
        if (DepartmentAnswers.Parse(department, body) is not AnswerParse.Parsed parsed || parsed.RequestId != requestId)
            return RowOutcome.OutsideContract;
        // The same answer is the same message, in whichever file it comes.
        var callback = new CallbackRead.Genuine(department, $"file|{requestId}|{parsed.Report.EvidenceHash}|{parsed.NoRecord}", requestId, parsed.CaseNo, Encoding.UTF8.GetString(body));
        return await intake.TakeAsync(callback, cancellationToken) switch
        {
            Intake.Taken => RowOutcome.Taken,
            Intake.Repeated => RowOutcome.Repeated,
            _ => RowOutcome.Unknown,
        };
    }

    private AnswerReceipt Refused(Department department, FileFault fault)
    {
        logger.LogWarning("A file of answers of {Department} is not read: {Fault}", department, fault);
        return new AnswerReceipt(fault, []);
    }
}
