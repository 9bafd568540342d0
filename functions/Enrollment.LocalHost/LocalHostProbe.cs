namespace Enrollment.LocalHost;

/// <summary>Asks a running host how it is: an image without a shell has no other program to do so.</summary>
public static class LocalHostProbe
{
    private const string Switch = "--probe";

    /// <summary>The address after --probe; null when the program is to serve.</summary>
    public static Uri? AddressIn(string[] args) =>
        args is [Switch, var address] && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null;

    /// <summary>The exit code: 0 for an answer of 2xx, 1 for any other or none within four seconds.</summary>
    public static async Task<int> AskAsync(Uri address)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        try
        {
            using var answer = await http.GetAsync(address);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
