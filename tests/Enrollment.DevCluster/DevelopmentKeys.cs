using Enrollment.Domain.Verification;

namespace Enrollment.DevCluster;

/// <summary>Fixed keys of a developer's machine: public by being committed, so they protect nothing.</summary>
public static class DevelopmentKeys
{
    public const string Issuer = "https://dev.enrollment.invalid";
    public const string Audience = "enrollment";
    public const string PublicBaseUrl = Issuer;
    public const string PersonalDataKeyId = "k1";

    public static byte[] SigningKey => Filled(0x01);
    public static byte[] PersonalDataSecret => Filled(0x02);
    public static byte[] IndexKey => Filled(0x03);

    /// <summary>Signs our questions to a department.</summary>
    public static byte[] RequestKey(Department department) => Filled((byte)(0x10 + (int)department));

    /// <summary>Signs a department's callbacks to us.</summary>
    public static byte[] CallbackKey(Department department) => Filled((byte)(0x20 + (int)department));

    /// <summary>Signs what is sent to the malware scanner.</summary>
    public static byte[] ScannerKey => Filled(0x30);

    /// <summary>Signs what is handed to the gateway of notices.</summary>
    public static byte[] NoticeKey => Filled(0x31);

    /// <summary>The text form of a Standard Webhooks secret.</summary>
    public static string WebhookSecret(byte[] key) => "whsec_" + Convert.ToBase64String(key);

    private static byte[] Filled(byte value)
    {
        var key = new byte[32];
        Array.Fill(key, value);
        return key;
    }
}
