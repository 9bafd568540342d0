using System.Security.Cryptography;
using System.Text;

namespace Enrollment.DevCluster.Azurite;

/// <summary>One storage account of a running Azurite: its tables and queues are its own.</summary>
public sealed record AzuriteAccount(string Name, string ConnectionString)
{
    internal static string NameOf(int number) => $"enroll{number:000}";

    internal static string KeyOf(string name) => Convert.ToBase64String(SHA512.HashData(Encoding.UTF8.GetBytes(name)));

    internal static AzuriteAccount Create(int number, AzuritePorts ports)
    {
        var name = NameOf(number);
        return new AzuriteAccount(name,
            $"DefaultEndpointsProtocol=http;AccountName={name};AccountKey={KeyOf(name)};"
            + $"BlobEndpoint=http://127.0.0.1:{ports.Blob}/{name};"
            + $"QueueEndpoint=http://127.0.0.1:{ports.Queue}/{name};"
            + $"TableEndpoint=http://127.0.0.1:{ports.Table}/{name};");
    }
}

internal sealed record AzuritePorts(int Blob, int Queue, int Table);
