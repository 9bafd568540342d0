using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Enrollment.DepartmentSimulator.Registers;

namespace Enrollment.DepartmentSimulator.Queries;

internal sealed class AskedQuestion(Office office, Query query, Answer answer)
{
    private int _webhookIds;
    private int _callingBack;

    public Office Office => office;
    public Query Query => query;
    public Answer Answer => answer;

    /// <summary>False while callbacks for this question are on their way: asking again does not double them.</summary>
    public bool TryBeginCallingBack() => Interlocked.Exchange(ref _callingBack, 1) == 0;

    public void EndCallingBack() => Volatile.Write(ref _callingBack, 0);

    /// <summary>Ids come from the question and a count, so a run can be repeated.</summary>
    public string NextWebhookId()
    {
        var number = Interlocked.Increment(ref _webhookIds).ToString(CultureInfo.InvariantCulture);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{office.Department.Path}|{query.RequestId}|{number}"));
        return $"msg_{Convert.ToHexStringLower(digest.AsSpan(0, 12))}";
    }
}
