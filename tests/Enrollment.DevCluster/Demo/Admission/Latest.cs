using System.Net;
using Enrollment.DevCluster.Parents;

namespace Enrollment.DevCluster.Demo.Admission;

/// <summary>Acts on the latest version: whoever loses against somebody faster reads and acts again.</summary>
internal static class Latest
{
    private const int Attempts = 5;

    /// <param name="act">Reads, then acts on the version it read.</param>
    public static async Task ActAsync(Func<Task<Reply>> act)
    {
        Reply reply;
        for (var attempt = 1; (reply = await act()).Status is HttpStatusCode.PreconditionFailed && attempt < Attempts; attempt++)
        {
        }
        _ = reply.JsonOfSuccess;
    }
}
